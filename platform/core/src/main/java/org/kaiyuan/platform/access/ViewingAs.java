package org.kaiyuan.platform.access;

import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seeing the zone as one of its people sees it: reading only, and written down. */
@Service
@Transactional
public class ViewingAs {
    private final CurrentPerson current;
    private final PeopleDirectory people;
    private final SessionRegister sessions;
    private final ChangeHistory history;

    ViewingAs(
            CurrentPerson current,
            PeopleDirectory people,
            SessionRegister sessions,
            ChangeHistory history) {
        this.current = current;
        this.people = people;
        this.sessions = sessions;
        this.history = history;
    }

    /**
     * From the next request on.
     *
     * @throws UnknownPerson also for somebody who is no longer active
     */
    @PreAuthorize("hasRole('" + AccessPermissions.VIEW_AS + "')")
    public void begin(AccountId id) {
        var me = current.signedIn().orElseThrow();
        var person = people.find(id).filter(PersonRow::active).orElseThrow(UnknownPerson::new);
        if (person.username().equals(me.username())) {
            throw new RoleRefused("access.refusal.toYourself");
        }
        sessions.move(me.session(), new Standing.Place(me.tenantId(), null, id.value()));
        record(id.value(), "viewed-as");
    }

    /** Back to one's own eyes, from the next request on. */
    public void end() {
        var me = current.signedIn().filter(person -> person.watchedBy() != null).orElseThrow();
        sessions.move(me.session(), new Standing.Place(me.tenantId(), null, null));
        record(me.accountId().value(), "viewed-as-ended");
    }

    private void record(UUID id, String act) {
        history.record(PeopleCare.SUBJECT, id, act, List.of());
    }
}
