package org.kaiyuan.enterprises;

import java.util.List;
import java.util.UUID;
import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.enterprises.domain.Enterprises;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Showing a contact's phone and e-mail whole, for a purpose that is written into the history (PIPL). */
@Service
@Transactional
public class ContactUnmasking {
    private static final int LONGEST_PURPOSE = 200;

    private final Enterprises enterprises;
    private final ChangeHistory history;

    ContactUnmasking(Enterprises enterprises, ChangeHistory history) {
        this.enterprises = enterprises;
        this.history = history;
    }

    /**
     * The contact whole; that it was seen, by whom and what for, is recorded in the same transaction.
     *
     * @throws UnmaskingRefused when no purpose of 2 to 200 characters is given
     * @throws UnknownContact when the enterprise has no such contact
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.UNMASK + "')")
    public ContactLine unmask(EnterpriseId id, UUID contact, String purpose) {
        var reason = purpose.strip().replace("\u0000", "");
        if (reason.length() < 2 || reason.length() > LONGEST_PURPOSE) {
            throw new UnmaskingRefused();
        }
        var whole =
                enterprises.present(id).profile().contacts().stream()
                        .filter(line -> contact.equals(line.id()))
                        .findFirst()
                        .orElseThrow(UnknownContact::new);
        history.record(
                Enterprise.SUBJECT,
                id.value(),
                "unmasked",
                List.of(new FieldChange("contacts." + contact, whole.name(), reason)));
        return whole;
    }
}
