/**
 * Inside the frame: tells the page around it how tall the form is, whenever that changes. Only a number is told, so any
 * page may hear it; which pages may show the frame at all is said by its `frame-ancestors`.
 */
const report = () => {
	const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
	parent.postMessage({ doorstep: 'height', height }, '*');
};

new ResizeObserver(report).observe(document.documentElement);

export {};
