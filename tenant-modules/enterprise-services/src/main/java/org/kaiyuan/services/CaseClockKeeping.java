package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stopping and extending the clock. */
@Service
@Transactional
@PreAuthorize(
        "hasAnyRole('" + ServicesPermissions.HANDLE + "', '" + ServicesPermissions.DECIDE + "')")
public class CaseClockKeeping {
    /** 行政许可法 §42. */
    static final int LONGEST_EXTENSION = 10;

    private static final int LONGEST_DOCUMENT = 300;

    private final JdbcTemplate jdbc;
    private final CaseStore store;
    private final ServiceStore services;
    private final CaseGate gate;
    private final LetterWriting letters;
    private final CurrentPerson person;
    private final Clock clock;

    CaseClockKeeping(
            JdbcTemplate jdbc,
            CaseStore store,
            ServiceStore services,
            CaseGate gate,
            LetterWriting letters,
            CurrentPerson person,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.services = services;
        this.gate = gate;
        this.letters = letters;
        this.person = person;
        this.clock = clock;
    }

    /**
     * @param from the first day that does not count: not before acceptance or the end of the last stop, not after today or the
     *     last day
     * @param document what it rests on, such as the number of the notice of a hearing
     */
    public void stop(CaseId id, StopReason reason, LocalDate from, String document, long basedOn) {
        var faults = new ArrayList<FieldFault>();
        ServicesFieldsRefused.required(faults, "document", document);
        ServicesFieldsRefused.longer(faults, "document", document, LONGEST_DOCUMENT);
        ServicesFieldsRefused.refuse(faults);
        var held = store.hold(id, basedOn);
        var note = services.note(held.service(), held.edition());
        gate.allowed(held, note, CaseAct.STOP);
        var stops = store.stops(id);
        refuseFuture("from", from);
        refuseBefore("from", from, held.acceptedOn());
        if (!stops.isEmpty()) {
            refuseBefore("from", from, stops.getLast().to());
        }
        var due = held.dueOn();
        if (due != null && from.isAfter(due)) {
            throw new CaseRefused("services.refusal.case.passed", due.toString());
        }
        jdbc.update(
                """
                insert into services.case_stop (tenant_id, case_id, number, reason, from_on, document)
                values (?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                id.value(),
                stops.size() + 1,
                reason.name(),
                from,
                document.strip());
        store.happened(
                held,
                CaseAct.STOP,
                held.step(),
                from,
                letters.word(reason) + "；" + document.strip(),
                true);
        store.settle(id);
        letters.write(
                store.read(id),
                note,
                LetterKind.STOP,
                today(),
                Map.of(
                        LetterPlace.REASON,
                        letters.word(reason),
                        LetterPlace.DOCUMENT,
                        document.strip()));
    }

    /** @param on the first day that counts again: not before the stop, not after today */
    public void resume(CaseId id, LocalDate on, long basedOn) {
        var held = store.hold(id, basedOn);
        var note = services.note(held.service(), held.edition());
        gate.allowed(held, note, CaseAct.RESUME);
        var last = store.stops(id).getLast();
        refuseFuture("on", on);
        refuseBefore("on", on, last.from());
        jdbc.update(
                "update services.case_stop set to_on = ? where case_id = ? and to_on is null",
                on,
                id.value());
        store.happened(held, CaseAct.RESUME, held.step(), on, letters.word(last.reason()), true);
        store.settle(id);
        letters.write(
                store.read(id),
                note,
                LetterKind.RESUME,
                today(),
                Map.of(
                        LetterPlace.REASON,
                        letters.word(last.reason()),
                        LetterPlace.DOCUMENT,
                        last.document()));
    }

    /** @param days at most 10 working days (行政许可法 §42), once */
    public void askExtension(CaseId id, int days, String reason, long basedOn) {
        var why = CaseAcceptance.required("reason", reason);
        if (days < 1 || days > LONGEST_EXTENSION) {
            throw new ServicesFieldsRefused(
                    "days", "services.case.rule.between", 1, LONGEST_EXTENSION);
        }
        var held = store.hold(id, basedOn);
        gate.allowed(held, services.note(held.service(), held.edition()), CaseAct.ASK_EXTENSION);
        refusePassed(held);
        store.change(
                id,
                "extension_asked_days = ?, extension_asked_by = ?, extension_asked_why = ?",
                days,
                person.username(),
                why);
        store.happened(
                held,
                CaseAct.ASK_EXTENSION,
                held.step(),
                today(),
                letters.text("services.case.said.extension", days, why),
                false);
        store.settle(id);
    }

    /** Needs {@link ServicesPermissions#DECIDE}, and another person than who asked. */
    @PreAuthorize("hasRole('" + ServicesPermissions.DECIDE + "')")
    public void extend(CaseId id, long basedOn) {
        var held = store.hold(id, basedOn);
        var note = services.note(held.service(), held.edition());
        gate.allowed(held, note, CaseAct.EXTEND);
        if (person.username().equals(held.extensionAskedBy())) {
            throw new CaseRefused("services.refusal.case.extendOwn");
        }
        refusePassed(held);
        var days = held.extensionAskedDays();
        var why = held.extensionAskedWhy();
        if (days == null || why == null) {
            throw new CaseRefused("services.refusal.case.noExtensionAsked");
        }
        store.change(
                id,
                """
                extension_days = ?, extension_asked_days = null, extension_asked_by = null, extension_asked_why = null\
                """,
                days);
        store.happened(
                held,
                CaseAct.EXTEND,
                held.step(),
                today(),
                letters.text("services.case.said.extension", days, why),
                true);
        store.settle(id);
        letters.write(
                store.read(id),
                note,
                LetterKind.EXTENSION,
                today(),
                Map.of(LetterPlace.REASON, why, LetterPlace.DAYS, days.toString()));
    }

    /** The clock goes on as before; who needs longer asks again. */
    @PreAuthorize("hasRole('" + ServicesPermissions.DECIDE + "')")
    public void declineExtension(CaseId id, String why, long basedOn) {
        var reason = CaseAcceptance.required("why", why);
        var held = store.hold(id, basedOn);
        gate.allowed(
                held, services.note(held.service(), held.edition()), CaseAct.DECLINE_EXTENSION);
        store.change(
                id,
                "extension_asked_days = null, extension_asked_by = null, extension_asked_why = null");
        store.happened(held, CaseAct.DECLINE_EXTENSION, held.step(), today(), reason, false);
        store.settle(id);
    }

    /** What has passed cannot be made longer. */
    private void refusePassed(Held held) {
        var due = held.dueOn();
        if (due != null && today().isAfter(due)) {
            throw new CaseRefused("services.refusal.case.passed", due.toString());
        }
    }

    private void refuseFuture(String field, LocalDate day) {
        refuse(day.isAfter(today()), field, "services.case.rule.future");
    }

    private static void refuseBefore(String field, LocalDate day, @Nullable LocalDate earliest) {
        if (earliest != null) {
            refuse(
                    day.isBefore(earliest),
                    field,
                    "services.case.rule.notBefore",
                    earliest.toString());
        }
    }

    private static void refuse(
            boolean refused, String field, String messageKey, Object... arguments) {
        if (refused) {
            throw new ServicesFieldsRefused(
                    List.of(new FieldFault(field, messageKey, List.of(arguments))));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
