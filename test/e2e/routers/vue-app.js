// A Vue host as its developer would write it. `window.show` stands for its router: it changes the state.
import { createApp, defineComponent, KeepAlive, nextTick, reactive } from 'vue/dist/vue.esm-bundler.js';

const state = reactive({
	listing: 'EB-AB1234',
	shown: true,
	view: 'ContactView',
	order: ['form', 'photos', 'map'],
	thanked: 0,
});
window.show = async (change) => {
	Object.assign(state, change);
	await nextTick();
};

const ContactView = defineComponent({
	setup: () => ({ state }),
	template: `<section><template v-for="name of state.order" :key="name">
		<doorstep-form v-if="name === 'form' && state.shown" :listing="state.listing" @doorstep-submitted="state.thanked++" />
		<p v-else-if="name !== 'form'">{{ name }}</p>
	</template></section>`,
});
const PhotosView = defineComponent({ template: '<p>Only photos.</p>' });

const app = createApp({
	components: { ContactView, KeepAlive, PhotosView },
	setup: () => ({ state }),
	template: '<KeepAlive><component :is="state.view" /></KeepAlive><output>thanked {{ state.thanked }}</output>',
});
// Vue's own manual asks this of every host of custom elements.
app.config.compilerOptions.isCustomElement = (tag) => tag.includes('-');
app.mount('main');
