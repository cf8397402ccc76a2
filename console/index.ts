import { DoorstepConsole } from './doorstep-console.ts';
import { page } from './page.styles.ts';
import { ConfirmDialog } from './parts/confirm-dialog.ts';
import { AuditView } from './views/audit-view.ts';
import { EraseView } from './views/erase-view.ts';
import { LeadView } from './views/lead-view.ts';
import { LeadsView } from './views/leads-view.ts';
import { SignIn } from './views/sign-in.ts';
import { SitesView } from './views/sites-view.ts';

// A sheet that a script constructs needs no permission from the page's policy, which allows no style of its own.
document.adoptedStyleSheets = [page.styleSheet as CSSStyleSheet];

customElements.define('confirm-dialog', ConfirmDialog);
customElements.define('sign-in', SignIn);
customElements.define('sites-view', SitesView);
customElements.define('leads-view', LeadsView);
customElements.define('lead-view', LeadView);
customElements.define('erase-view', EraseView);
customElements.define('audit-view', AuditView);
customElements.define('doorstep-console', DoorstepConsole);
