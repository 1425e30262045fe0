/** The login page: lists the org's users, and logs in as the chosen one. */
import { UI_HEADERS } from './session.ts';

interface Persona {
  readonly username: string;
  readonly name: string;
  readonly profile: string;
}

const code = new URLSearchParams(location.search).get('code') ?? '';
const problem = document.querySelector<HTMLElement>('#problem');
const list = document.querySelector<HTMLElement>('#personas');

function say(text: string): void {
  if (problem) problem.textContent = text;
}

async function logIn(username: string): Promise<void> {
  const response = await fetch('/login', {
    method: 'POST',
    headers: { ...UI_HEADERS, 'content-type': 'application/json' },
    body: JSON.stringify({ username, code }),
  });
  if (response.ok) location.assign('/lightning');
  else say('This login was refused. Open the address that the start printed.');
}

function show(persona: Persona): void {
  const item = document.createElement('li');
  const button = document.createElement('button');
  item.className = 'slds-m-bottom_x-small';
  button.className = 'slds-button slds-button_neutral slds-size_1-of-1';
  button.dataset['username'] = persona.username;
  button.textContent = `${persona.name} (${persona.profile})`;
  button.addEventListener('click', () => void logIn(persona.username));
  item.append(button);
  list?.append(item);
}

const response = await fetch(`/login/personas?code=${encodeURIComponent(code)}`, { headers: UI_HEADERS });
if (response.ok) for (const persona of (await response.json()) as Persona[]) show(persona);
else say('The address needs the code that the start printed: open the address with “?code=” in it.');

export {};
