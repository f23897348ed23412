package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.EntrustedCompanies;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 诉求, 报修: assigned and answered. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class Tickets {
    private static final int LONGEST = 4000;
    private static final int LONGEST_TEAM = 60;

    private final CaseStore store;
    private final CaseGate gate;
    private final ServiceStore services;
    private final LetterWriting letters;
    private final EntrustedCompanies entrusted;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tickets(
            CaseStore store,
            CaseGate gate,
            ServiceStore services,
            LetterWriting letters,
            EntrustedCompanies entrusted,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.gate = gate;
        this.services = services;
        this.letters = letters;
        this.entrusted = entrusted;
        this.person = person;
        this.events = events;
        this.clock = clock;
    }

    /** An operating company that acts for the zone, by its entrustment. */
    public record Company(TenantId id, String name) {}

    /** Those that are entrusted with handling cases today. */
    @Transactional(readOnly = true)
    public List<Company> companies() {
        return entrusted.entrustedWith(ServicesPermissions.HANDLE).stream()
                .map(one -> new Company(one.id(), one.name()))
                .toList();
    }

    /**
     * To a team of the zone, or to an operating company; nobody has claimed it then.
     *
     * @throws ServicesFieldsRefused when neither or both are named, or the company is not entrusted with it
     */
    public void assign(CaseId id, @Nullable String team, @Nullable TenantId company, long basedOn) {
        var to = team == null || team.isBlank() ? null : team.strip();
        if ((to == null) == (company == null)) {
            throw new ServicesFieldsRefused("team", "services.rule.teamOrCompany");
        }
        if (to != null && to.length() > LONGEST_TEAM) {
            throw new ServicesFieldsRefused("team", "services.rule.longest", LONGEST_TEAM);
        }
        var held = hold(id, basedOn, CaseAct.ASSIGN);
        var name = company == null ? null : nameOf(company);
        store.change(
                id,
                "team = ?, company = ?, company_name = ?, owner = null, owner_name = null",
                to,
                company == null ? null : company.value(),
                name);
        store.happened(
                held,
                CaseAct.ASSIGN,
                held.step(),
                LocalDate.now(clock),
                "→ " + (name == null ? to : name),
                false);
        store.settle(id);
    }

    /** What was done; the ticket is closed with it. */
    public void answer(CaseId id, String said, long basedOn) {
        var faults = new ArrayList<FieldFault>();
        ServicesFieldsRefused.required(faults, "said", said);
        ServicesFieldsRefused.longer(faults, "said", said, LONGEST);
        ServicesFieldsRefused.refuse(faults);
        var held = hold(id, basedOn, CaseAct.ANSWER);
        var today = LocalDate.now(clock);
        store.become(held, CaseState.DELIVERED, StepKind.DELIVER);
        store.change(
                id,
                """
                outcome = 'ANSWERED', decided_on = ?, decision = ?, decided_name = ?, delivered_on = ?, delivered_way = 'PORTAL',
                ended_on = ?\
                """,
                today,
                said.strip(),
                person.displayName(),
                today,
                today);
        store.happened(held, CaseAct.ANSWER, StepKind.DELIVER, today, said.strip(), true);
        store.settle(id);
        letters.write(
                store.read(id),
                services.note(held.service(), held.edition()),
                LetterKind.REPLY,
                today,
                Map.of(LetterPlace.REASON, said.strip()));
        events.publishEvent(
                new CaseDecided(
                        CurrentTenant.get(),
                        id.value(),
                        held.receipt(),
                        null,
                        today,
                        CaseOutcome.ANSWERED));
    }

    private Held hold(CaseId id, long basedOn, CaseAct act) {
        var held = store.hold(id, basedOn);
        gate.allowed(held, services.note(held.service(), held.edition()), act);
        return held;
    }

    private String nameOf(TenantId company) {
        return companies().stream()
                .filter(one -> one.id().equals(company))
                .findFirst()
                .map(Company::name)
                .orElseThrow(() -> new ServicesFieldsRefused("company", "services.rule.entrusted"));
    }
}
