// Passkeys in the browser: asks the server for a challenge, the device for an answer, and brings it back.
window.kaiyuanPasskeys = (() => {
  const bytes = text => Uint8Array.from(
    atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const meta = name => document.querySelector(`meta[name="${name}"]`)?.content;

  async function post(path, body) {
    const answer = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', [meta('_csrf_header') || 'X-CSRF-TOKEN']: meta('_csrf') },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  async function done(work) {
    if (!window.PublicKeyCredential) return 'unsupported';
    try {
      return await work() || 'done';
    } catch (fault) {
      console.warn('passkey', fault.name, fault.message);
      return { NotAllowedError: 'cancelled', InvalidStateError: 'known', SecurityError: 'address' }[fault.name]
        || 'refused';
    }
  }

  const register = label => done(async () => {
    const options = await post('webauthn/register/options');
    const made = await navigator.credentials.create({ publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: (options.excludeCredentials || []).map(known => ({ ...known, id: bytes(known.id) })),
    } });
    await post('webauthn/register', { publicKey: { label, credential: {
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      response: {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
      clientExtensionResults: made.getClientExtensionResults(),
      authenticatorAttachment: made.authenticatorAttachment,
    } } });
  });

  const signIn = () => done(async () => {
    const options = await post('webauthn/authenticate/options');
    const shown = await navigator.credentials.get({ publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: (options.allowCredentials || []).map(known => ({ ...known, id: bytes(known.id) })),
    } });
    const answer = await post('login/webauthn', {
      id: shown.id,
      rawId: text(shown.rawId),
      response: {
        authenticatorData: text(shown.response.authenticatorData),
        clientDataJSON: text(shown.response.clientDataJSON),
        signature: text(shown.response.signature),
        userHandle: shown.response.userHandle ? text(shown.response.userHandle) : undefined,
      },
      clientExtensionResults: shown.getClientExtensionResults(),
      authenticatorAttachment: shown.authenticatorAttachment,
    });
    window.location.assign(answer.redirectUrl || '.');
  });

  return { register, signIn };
})();
