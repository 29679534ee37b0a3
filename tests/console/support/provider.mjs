// A real OpenID provider, at which everybody may sign in as anybody: their login is their subject.
import Provider from 'oidc-provider';

const [port = '', redirectUri = '', signedOutUri = ''] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'reviews',
      client_secret: 'a-secret-of-the-tests',
      redirect_uris: [redirectUri],
      post_logout_redirect_uris: [signedOutUri],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  cookies: { keys: ['a-key-of-the-tests'] },
  // "unchecked:" before an address: the provider does not vouch for it.
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => {
      const email = id.replace(/^unchecked:|#.*$/g, '');
      return { sub: id, name: `Account of ${email}`, email, email_verified: !id.startsWith('unchecked:') };
    },
  }),
});
provider.listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
