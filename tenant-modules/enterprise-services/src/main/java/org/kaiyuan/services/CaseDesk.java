package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works on what. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class CaseDesk {
    private static final int LONGEST = 500;

    private final CaseStore store;
    private final CaseGate gate;
    private final ServiceStore services;
    private final CaseHands hands;
    private final CurrentPerson person;
    private final Notices notices;
    private final Clock clock;

    CaseDesk(
            CaseStore store,
            CaseGate gate,
            ServiceStore services,
            CaseHands hands,
            CurrentPerson person,
            Notices notices,
            Clock clock) {
        this.store = store;
        this.gate = gate;
        this.services = services;
        this.hands = hands;
        this.person = person;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Of two who claim it at once one gets it.
     *
     * @throws CaseRefused when somebody else has it; says who
     */
    public void claim(CaseId id, long basedOn) {
        var held = store.hold(id);
        var owner = held.owner();
        if (person.username().equals(owner)) {
            return;
        }
        if (owner != null) {
            throw new CaseRefused("services.refusal.case.claimed", held.ownerName());
        }
        allowed(store.hold(id, basedOn), CaseAct.CLAIM);
        store.change(id, "owner = ?, owner_name = ?", person.username(), person.displayName());
        happened(held, CaseAct.CLAIM, null);
    }

    /**
     * Anybody of the team may claim it again; by who has it, who stands in for them, and who supervises.
     *
     * @throws CaseRefused when somebody else has it
     */
    public void release(CaseId id, long basedOn) {
        var held = allowed(store.hold(id, basedOn), CaseAct.RELEASE);
        var owner = held.owner();
        if (owner == null) {
            return;
        }
        var me = person.username();
        if (!owner.equals(me)
                && !person.may(ServicesPermissions.SUPERVISE)
                && !hands.substitutes(me, owner)) {
            throw new CaseRefused("services.refusal.case.claimed", held.ownerName());
        }
        store.change(id, "owner = null, owner_name = null");
        happened(held, CaseAct.RELEASE, null);
    }

    /** @throws ServicesFieldsRefused when they are nobody of the zone who may handle cases */
    public void handOver(CaseId id, String username, @Nullable String why, long basedOn) {
        refuseLong(why);
        var held = allowed(store.hold(id, basedOn), CaseAct.HAND_OVER);
        if (username.equals(held.owner())) {
            return;
        }
        var to = hands.handler(username);
        store.change(id, "owner = ?, owner_name = ?", to.username(), to.displayName());
        happened(held, CaseAct.HAND_OVER, CaseHands.said(to.displayName(), why));
    }

    /**
     * All that one holds, as far as it is open.
     *
     * @return how many
     */
    public int handOverAll(String username, @Nullable String why) {
        refuseLong(why);
        var me = person.username();
        if (username.equals(me)) {
            throw new ServicesFieldsRefused("username", "services.rule.substituteSelf");
        }
        var to = hands.handler(username);
        int many = hands.move(me, to.username(), to.displayName(), why);
        if (many > 0) {
            notices.tell(
                    to.username(),
                    "services.notice.handedOverAll",
                    List.of(String.valueOf(many), person.displayName()),
                    "/services");
        }
        return many;
    }

    private Held allowed(Held held, CaseAct act) {
        gate.allowed(held, services.note(held.service(), held.edition()), act);
        return held;
    }

    private void happened(Held held, CaseAct act, @Nullable String said) {
        store.happened(held, act, held.step(), LocalDate.now(clock), said, false);
        store.settle(held.id());
    }

    private static void refuseLong(@Nullable String why) {
        var faults = new ArrayList<FieldFault>();
        ServicesFieldsRefused.longer(faults, "why", why, LONGEST);
        ServicesFieldsRefused.refuse(faults);
    }
}
