package org.kaiyuan.leads;

import java.util.List;
import java.util.UUID;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seeing a contact of a lead whole; logged with its purpose (PIPL). */
@Service
@Transactional
public class LeadUnmasking {
    private final LeadSight sight;
    private final ChangeHistory history;

    LeadUnmasking(LeadSight sight, ChangeHistory history) {
        this.sight = sight;
        this.history = history;
    }

    /**
     * That it was seen, by whom and what for, is recorded in the same transaction.
     *
     * @throws LeadReasonRefused when no purpose is given
     * @throws UnknownLead when there is no such contact
     */
    @PreAuthorize("hasRole('" + LeadPermissions.UNMASK + "')")
    public LeadContact unmask(LeadId id, UUID contact, String purpose) {
        var reason = LeadReason.checked(purpose);
        var whole =
                sight.get(id).profile().contacts().stream()
                        .filter(line -> contact.equals(line.id()))
                        .findFirst()
                        .orElseThrow(UnknownLead::new);
        history.record(
                Lead.SUBJECT,
                id.value(),
                "unmasked",
                List.of(new FieldChange("contacts." + contact, whole.name(), reason)));
        return whole;
    }
}
