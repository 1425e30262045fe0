/** Puts the app into the page. Synthetic shadow is what real orgs use; it must come before LWC. */
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import App from 'lma/app';

document.body.append(createElement('lma-app', { is: App }));
