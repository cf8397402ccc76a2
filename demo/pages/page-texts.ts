import type { DemoListing } from '../listings/listing.ts';

/** The portal's own words around a listing, in its language. */
export interface PageTexts {
	tagline: string;
	market: string;
	buy: string;
	rent: string;
	home: string;
	inbox: string;
	sale: string;
	lease: string;
	perMonth: string;
	reference: string;
	posted: string;
	contact: string;
	about: string;
	features: string;
	particulars: string;
	place: string;
	placeNote: string;
	formTitle: string;
	name: string;
	email: string;
	phone: string;
	message: string;
	send: string;
	imprint: string;
}

/** By the listing's language. */
export const PAGE_TEXTS: Readonly<Record<DemoListing['language'], PageTexts>> = {
	es: {
		tagline: 'Casas con historia',
		market: 'México',
		buy: 'Comprar',
		rent: 'Rentar',
		home: 'Inicio',
		inbox: 'Bandeja',
		sale: 'En venta',
		lease: 'En renta',
		perMonth: '/mes',
		reference: 'Clave',
		posted: 'Publicado el',
		contact: 'Contactar',
		about: 'Sobre el inmueble',
		features: 'Lo que ofrece',
		particulars: 'Ficha técnica',
		place: 'Ubicación',
		placeNote: 'La ubicación es aproximada.',
		formTitle: 'Pregunta por este inmueble',
		name: 'Nombre',
		email: 'Correo electrónico',
		phone: 'Teléfono',
		message: 'Mensaje',
		send: 'Enviar',
		imprint: 'Umbral es un portal de demostración: los inmuebles y las personas son inventados.',
	},
	pt: {
		tagline: 'Casas com história',
		market: 'Portugal',
		buy: 'Comprar',
		rent: 'Arrendar',
		home: 'Início',
		inbox: 'Entrada',
		sale: 'À venda',
		lease: 'Para arrendar',
		perMonth: '/mês',
		reference: 'Referência',
		posted: 'Publicado a',
		contact: 'Contactar',
		about: 'Sobre o imóvel',
		features: 'Características',
		particulars: 'Ficha do imóvel',
		place: 'Localização',
		placeNote: 'A localização é aproximada.',
		formTitle: 'Peça informações sobre este imóvel',
		name: 'Nome',
		email: 'E-mail',
		phone: 'Telefone',
		message: 'Mensagem',
		send: 'Enviar',
		imprint: 'O Umbral é um portal de demonstração: os imóveis e as pessoas são inventados.',
	},
	en: {
		tagline: 'Homes with a story',
		market: 'United States',
		buy: 'Buy',
		rent: 'Rent',
		home: 'Home',
		inbox: 'Inbox',
		sale: 'For sale',
		lease: 'For rent',
		perMonth: '/mo',
		reference: 'Listing',
		posted: 'Listed on',
		contact: 'Contact',
		about: 'About this home',
		features: 'What it offers',
		particulars: 'Facts',
		place: 'Location',
		placeNote: 'The location shown is approximate.',
		formTitle: 'Ask about this home',
		name: 'Name',
		email: 'Email',
		phone: 'Phone',
		message: 'Message',
		send: 'Send',
		imprint: 'Umbral is a demo portal: its homes and its people are made up.',
	},
	fr: {
		tagline: 'Des maisons avec une histoire',
		market: 'France',
		buy: 'Acheter',
		rent: 'Louer',
		home: 'Accueil',
		inbox: 'Réception',
		sale: 'À vendre',
		lease: 'À louer',
		perMonth: '/mois',
		reference: 'Référence',
		posted: 'Publiée le',
		contact: 'Contacter',
		about: 'Le bien',
		features: 'Les plus',
		particulars: 'Fiche du bien',
		place: 'Situation',
		placeNote: 'La situation est approximative.',
		formTitle: 'Demandez des renseignements sur ce bien',
		name: 'Nom',
		email: 'E-mail',
		phone: 'Téléphone',
		message: 'Message',
		send: 'Envoyer',
		imprint: 'Umbral est un portail de démonstration : les biens et les personnes sont inventés.',
	},
};
