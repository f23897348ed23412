package org.kaiyuan.platform.access;

import org.kaiyuan.platform.persistence.UuidV7;
import org.springframework.security.authentication.DisabledException;
import org.springframework.stereotype.Component;

/** The one way in, however somebody has shown who they are: to the first zone that they may act in. */
@Component
class ComingIn {
    private final Standing standing;
    private final MyMemberships memberships;

    ComingIn(Standing standing, MyMemberships memberships) {
        this.standing = standing;
        this.memberships = memberships;
    }

    /**
     * Who they are now. The session itself begins when the browser has its cookie ({@link
     * SessionsBegin}).
     *
     * @throws DisabledException when the account has been disabled
     */
    SignedIn admit(AccountId account) {
        var place = memberships.first(account);
        var session =
                new SignedIn.Session(
                        UuidV7.next(),
                        account,
                        new SignedIn.Beginning(place.zone(), place.cameFrom()));
        return standing.at(session, place)
                .orElseThrow(() -> new DisabledException("The account is disabled"));
    }
}
