package org.kaiyuan.platform.access.portal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kaiyuan.platform.access.AccountId;

/** The accounts and memberships of people who stand for enterprises of a park. */
public interface EnterprisePeople {

    /**
     * Parks that are active and have the portal, by name; parks are public, what is in them is not.
     *
     * @param typed part of the name or city; blank for all
     * @param limit at most 50
     */
    List<Park> parks(String typed, int limit);

    /** Empty for a park that is not there, not active, or has no portal. */
    Optional<Park> park(String code);

    /**
     * Counts an attempt to register from this address.
     *
     * @throws org.kaiyuan.platform.access.TooManyRegistrations while the address has to wait
     */
    void countAttempt(String address);

    /**
     * A new account that belongs nowhere yet.
     *
     * @throws org.kaiyuan.platform.access.AccountRefused when the name is taken, or name or password are not as they must be
     */
    AccountId open(String username, String password, String displayName);

    /**
     * Lets the account into the current park as a person of an enterprise, also again.
     *
     * @throws org.kaiyuan.platform.access.AccountRefused when the person works for the park
     */
    void admit(AccountId account);

    /** @throws org.kaiyuan.platform.access.AccountRefused when the person works, or has worked, for the current park */
    void refuseStaff(AccountId account);

    /** They stand for nobody in the current park any more: out at their next request. */
    void dismiss(Collection<AccountId> accounts);

    /** Sign-in names of the current park's active staff who may do this; at most {@code most}. */
    List<String> staffWhoMay(String permission, int most);
}
