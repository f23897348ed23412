package org.kaiyuan.platform.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.Acting;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the audit trail tells of people, programs and what they may do: in the transaction that changes it. */
@Component
class AccessRecords {
    static final String ACCOUNT = "access.account";
    static final String CLIENT = "access.client";

    private final ChangeHistory history;

    AccessRecords(ChangeHistory history) {
        this.history = history;
    }

    /** An account is of no zone, so the platform's chain tells of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void registered(AccountId account, String username, boolean operator) {
        var told = new ArrayList<FieldChange>();
        told.add(new FieldChange("username", null, username));
        if (operator) {
            told.add(new FieldChange("role", null, Role.OPERATOR.name()));
        }
        history.recordOf(null, Acting.now(), ACCOUNT, account.value(), "accountRegistered", told);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void granted(TenantId zone, AccountId account, Role role) {
        history.recordOf(
                zone,
                Acting.now(),
                ACCOUNT,
                account.value(),
                "roleGranted",
                List.of(new FieldChange("role", null, role.name())));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void clientRegistered(String clientId, String name) {
        history.record(
                CLIENT,
                idOf(clientId),
                "clientRegistered",
                List.of(new FieldChange("client", null, clientId + " " + name)));
    }

    /** @param zone null where the person acts in none, or there is no such person */
    @Transactional
    public void signing(
            @Nullable TenantId zone,
            Acting acting,
            UUID account,
            String act,
            List<FieldChange> told) {
        history.recordOf(zone, acting, ACCOUNT, account, act, told);
    }

    /** What somebody did with their own account: in the chain of the zone that they are coming to, or the platform's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void own(SignedIn me, String act) {
        history.recordOf(
                me.tenantId(), Acting.now(), ACCOUNT, me.session().owner().value(), act, List.of());
    }

    /** As {@link #own}, and stays when what they tried is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void tried(SignedIn me, String act) {
        own(me, act);
    }

    /** A program is known by its name; the trail wants an id, the same each time. */
    static UUID idOf(String clientId) {
        return UUID.nameUUIDFromBytes(clientId.getBytes(StandardCharsets.UTF_8));
    }
}
