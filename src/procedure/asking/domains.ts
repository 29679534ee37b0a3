import { isEmailAddress } from '../email-address';

/*
 * Domains of the addresses at which an agency's people work. A colleague there gets a link at once; anybody else is
 * confirmed by the Business Unit first. Source: DESIGN, "Asking and answering", Links.
 */

/**
 * Domains that many organisations, or anybody at all, have addresses in: an address there says nothing of where somebody
 * works. They are never enough, whatever the settings say.
 */
const sharedDomains: readonly string[] = [
  // Shared by the whole of the health service, or of criminal justice.
  ...['nhs.net', 'nhs.uk', 'nhs.scot', 'cjsm.net', 'gov.uk', 'police.uk', 'sch.uk', 'org.uk', 'ac.uk', 'co.uk'],
  // Open to anybody.
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'outlook.co.uk', 'hotmail.com', 'hotmail.co.uk', 'live.com'],
  ...['live.co.uk', 'msn.com', 'yahoo.com', 'yahoo.co.uk', 'ymail.com', 'rocketmail.com', 'icloud.com', 'me.com'],
  ...['mac.com', 'aol.com', 'aol.co.uk', 'btinternet.com', 'btopenworld.com', 'sky.com', 'virginmedia.com'],
  ...['ntlworld.com', 'blueyonder.co.uk', 'talktalk.net', 'tiscali.co.uk', 'plusnet.com', 'proton.me'],
  ...['protonmail.com', 'pm.me', 'gmx.com', 'gmx.co.uk', 'gmx.net', 'mail.com', 'zoho.com', 'fastmail.com'],
  ...['tutanota.com', 'hey.com', 'onmicrosoft.com'],
];

/** True if a domain is shared, so that an address in it says nothing of where somebody works. */
export const isSharedDomain = (domain: string): boolean => sharedDomains.includes(domain.toLowerCase());

/** True if a text is a domain as an address has it after its @: no @, no dot before or after it, small letters. */
export const isDomain = (text: string): boolean => text === text.toLowerCase() && isEmailAddress(`a@${text}`);

/**
 * True if an address is in one of these domains, exactly: a domain below one of them is another domain, and so is one
 * that only begins or ends alike. A shared domain never counts.
 */
export function isOfDomains(address: string, domains: readonly string[] = []): boolean {
  if (!isEmailAddress(address)) return false;
  const domain = address.slice(address.indexOf('@') + 1).toLowerCase();
  return !isSharedDomain(domain) && domains.includes(domain);
}
