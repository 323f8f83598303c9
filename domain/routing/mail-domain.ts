/** Domains at which anybody has a mailbox: they say nothing about the account. */
const publicDomains = new Set(
  `aol.com fastmail.com free.fr gmail.com gmx.com gmx.de gmx.net googlemail.com hotmail.com hotmail.fr icloud.com
  laposte.net libero.it live.com mac.com mail.com mail.ru me.com msn.com orange.fr outlook.com pm.me proton.me
  protonmail.com qq.com t-online.de wanadoo.fr web.de yahoo.co.uk yahoo.com yahoo.de yahoo.fr yandex.ru ymail.com 163.com`.split(
    /\s+/,
  ),
);

/** The domain of an e-mail address, a web address or a bare domain, in small letters without `www.`; undefined when there is none. */
export function normalDomain(text: string): string | undefined {
  const trimmed = text.trim().toLowerCase();
  const afterAt = trimmed.slice(trimmed.lastIndexOf('@') + 1);
  const host = afterAt.replace(/^[a-z][a-z0-9+.-]*:\/\//, '').split(/[/?#:]/)[0] ?? '';
  const bare = host.replace(/^www\./, '').replace(/\.$/, '');
  return /^[^\s.]+(\.[^\s.]+)+$/.test(bare) ? bare : undefined;
}

/** The domain and its parents down to two labels, longest first; none for a public mail provider. */
export function domainsToTry(text: string): readonly string[] {
  const domain = normalDomain(text);
  if (domain === undefined || publicDomains.has(domain)) return [];
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'));
}
