package org.kaiyuan.platform.access;

import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.TenantId;
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
     * @throws ZoneStandsStill when the only zones that they could act in are suspended or about to be deleted
     */
    SignedIn admit(AccountId account) {
        return admit(account, false);
    }

    /**
     * @param strong whether what they showed counts as a second factor as well
     * @throws DisabledException when the account has been disabled
     */
    SignedIn admit(AccountId account, boolean strong) {
        var place = memberships.first(account);
        var session =
                new SignedIn.Session(
                        UuidV7.next(),
                        account,
                        new SignedIn.Beginning(place.zone(), place.cameFrom(), null, strong));
        var someone =
                standing.at(session, place)
                        .orElseThrow(() -> new DisabledException("The account is disabled"));
        if (place.zone() == null) {
            var why = memberships.still(account);
            if (why.isPresent()) {
                throw new ZoneStandsStill(why.get());
            }
        }
        return someone;
    }

    /**
     * Whom a zone's own provider vouches for: into that zone and no other.
     *
     * @param strong whether the provider asked for a second factor
     * @throws DisabledException when they may no longer act there
     */
    SignedIn vouched(AccountId account, TenantId zone, boolean strong) {
        var session =
                new SignedIn.Session(
                        UuidV7.next(), account, new SignedIn.Beginning(zone, null, zone, strong));
        return standing.at(session, new Standing.Place(zone, null, null))
                .orElseThrow(() -> new DisabledException("Nobody of that zone any more"));
    }
}
