import { transportOptions } from '../../src/mail/smtp-postman';
import { readSmtpUrl } from '../../src/mail/smtp-url';
import { from } from './notices';

describe('TLS', () => {
  test.each([
    ['smtp://mail.example.org', { secure: false, requireTLS: true, ignoreTLS: false }],
    ['smtps://mail.example.org', { secure: true, requireTLS: false, ignoreTLS: false }],
    ['smtp://127.0.0.1:2525', { secure: false, requireTLS: false, ignoreTLS: true }],
  ])('to %s is required unless the relay is on this machine', (url, expected) => {
    expect(transportOptions({ url, from })).toMatchObject(expected);
  });

  test('is never left out on the wish of a URL', () => {
    expect(() => transportOptions({ url: 'smtp://mail.example.org?ignoreTLS=true', from })).toThrow(RangeError);
  });
});

describe("the relay's address", () => {
  test.each([
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, secure: false, loopback: false }],
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, secure: true, loopback: false }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, secure: false, loopback: true }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525, secure: false, loopback: true }],
    ['smtp://localhost:25/', { host: 'localhost', port: 25, secure: false, loopback: true }],
    [
      'smtp://u%40x:p%2F@mail.example.org:25',
      { host: 'mail.example.org', port: 25, secure: false, loopback: false, auth: { user: 'u@x', pass: 'p/' } },
    ],
  ])('%s is read', (url, relay) => {
    expect(readSmtpUrl(url)).toEqual(relay);
  });

  test.each([
    'http://mail.example.org',
    'mail.example.org',
    'smtp://',
    'smtp://u:hidden@mail.example.org?requireTLS=false',
    'smtp://u:hidden@mail.example.org/path',
  ])('%s is refused, and its password not repeated', (url) => {
    expect(() => readSmtpUrl(url)).toThrow(RangeError);
    expect(() => readSmtpUrl(url)).not.toThrow(/hidden/);
  });
});
