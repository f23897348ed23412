package org.kaiyuan.platform.access;

import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that has shown a token of ours, and what it may do. */
final class ClientToken extends AbstractAuthenticationToken {
    private final transient SignedInClient client;

    ClientToken(SignedInClient client, Collection<String> permissions) {
        super(Permissions.authorities(permissions));
        this.client = client;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return client;
    }
}
