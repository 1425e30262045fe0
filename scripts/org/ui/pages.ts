/** The three HTML pages of the shell. Their scripts and styles are files: the content policy allows none inside a page. */

const STYLES = '/assets/slds/styles/salesforce-lightning-design-system.min.css';

function html(title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body class="slds-scope">
${body}
</body>
</html>
`;
}

function styled(title: string, script: string, body: string): string {
  return html(title, `<link rel="stylesheet" href="${STYLES}">\n<script type="module" src="${script}"></script>`, body);
}

/** @param app folder of the app build */
export function shellPage(app: string): string {
  return styled('Open LMA', `/assets/${app}/boot.js`, '');
}

/** Choosing a persona; the list is filled by the script with the code of the address. */
export function loginPage(app: string): string {
  const body = `<main class="slds-container_small slds-container_center slds-p-around_large">
<h1 class="slds-text-heading_large slds-m-bottom_small">Open LMA, local org</h1>
<p class="slds-m-bottom_medium" id="intro">Choose who you are. There are no passwords: the code in the address is the key.</p>
<p class="slds-text-color_error" id="problem" role="alert"></p>
<ul id="personas" aria-labelledby="intro"></ul>
</main>`;
  return styled('Log in to Open LMA', `/assets/${app}/login.js`, body);
}

/** Until the first build has ended. */
export function waitingPage(): string {
  const body = '<main><h1>Open LMA</h1><p>The pages are being built. This page looks again by itself.</p></main>';
  return html('Open LMA is starting', '<meta http-equiv="refresh" content="2">', body);
}
