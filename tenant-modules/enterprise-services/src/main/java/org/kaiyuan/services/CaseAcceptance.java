package org.kaiyuan.services;

import static org.kaiyuan.services.CaseMaterialRules.names;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.enterprises.own.OwnRecords;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.domain.CaseClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 预审 and 受理. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class CaseAcceptance {
    private static final int LONGEST = 2000;

    /** Working days after which somebody asks where the supplement is; no law says how long it may take. */
    private static final int SUPPLEMENT_DAYS = 15;

    private final JdbcTemplate jdbc;
    private final CaseStore store;
    private final CaseSheets sheets;
    private final CaseGate gate;
    private final CaseAccepting accepting;
    private final CaseMaterialRules materials;
    private final LetterWriting letters;
    private final OwnRecords enterprises;
    private final ObjectProvider<ApplicantCredit> credit;
    private final WorkingDays workingDays;
    private final Clock clock;

    CaseAcceptance(
            JdbcTemplate jdbc,
            CaseStore store,
            CaseSheets sheets,
            CaseGate gate,
            CaseAccepting accepting,
            CaseMaterialRules materials,
            LetterWriting letters,
            OwnRecords enterprises,
            ObjectProvider<ApplicantCredit> credit,
            WorkingDays workingDays,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.sheets = sheets;
        this.gate = gate;
        this.accepting = accepting;
        this.materials = materials;
        this.letters = letters;
        this.enterprises = enterprises;
        this.credit = credit;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** 预审: looked at, with a remark for colleagues. */
    public void precheck(CaseId id, @Nullable String remark, long basedOn) {
        var said = remark == null || remark.isBlank() ? null : remark.strip();
        refuseLonger("remark", said);
        var held = store.hold(id, basedOn);
        var note = note(held);
        gate.allowed(held, note, CaseAct.PRECHECK);
        store.step(held, StepKind.ACCEPT, note);
        store.happened(held, CaseAct.PRECHECK, StepKind.PRECHECK, today(), said, false);
        store.settle(id);
    }

    /**
     * 受理: who decides is asked and frozen, the clock starts.
     *
     * @throws CaseRefused when a required material is not there, or 容缺 was asked for
     */
    public void accept(CaseId id, long basedOn) {
        var held = store.hold(id, basedOn);
        var note = note(held);
        gate.allowed(held, note, CaseAct.ACCEPT);
        var deferred = materials.deferred(id, note);
        if (!deferred.isEmpty()) {
            throw new CaseRefused("services.refusal.case.acceptDeferred", names(deferred));
        }
        accepting.accept(held, note, new CaseAccepting.Way(CaseAct.ACCEPT, today(), null));
    }

    /**
     * 容缺受理.
     *
     * @param materials keys of those that follow
     * @param until by when they were promised
     */
    public void acceptDeferred(CaseId id, Set<String> materials, LocalDate until, long basedOn) {
        var held = store.hold(id, basedOn);
        var note = note(held);
        gate.allowed(held, note, CaseAct.ACCEPT_DEFERRED);
        refuseBadCredit(held);
        if (!until.isAfter(today())) {
            throw new ServicesFieldsRefused("until", "services.case.rule.afterToday");
        }
        var following = CaseMaterialRules.of(note, materials);
        if (following.isEmpty() || following.size() < materials.size()) {
            throw new ServicesFieldsRefused("materials", "services.case.rule.chooseDeferred");
        }
        var never = following.stream().filter(one -> !one.deferrable()).toList();
        if (!never.isEmpty()) {
            throw new ServicesFieldsRefused(
                    "materials", "services.case.rule.notDeferrable", names(never));
        }
        jdbc.update(
                """
                update services.case_material set state = 'DEFERRED'
                where case_id = ? and material = any (?) and state in ('MISSING', 'FOUND_BAD', 'DEFERRED')\
                """,
                id.value(),
                materials.toArray(String[]::new));
        var others =
                this.materials.deferred(id, note).stream()
                        .filter(one -> !materials.contains(one.key()))
                        .toList();
        if (!others.isEmpty()) {
            throw new CaseRefused("services.refusal.case.acceptDeferred", names(others));
        }
        if (this.materials.deferred(id, note).isEmpty()) {
            throw new ServicesFieldsRefused("materials", "services.case.rule.chooseDeferred");
        }
        accepting.accept(
                held, note, new CaseAccepting.Way(CaseAct.ACCEPT_DEFERRED, today(), until));
    }

    /**
     * 一次性补正: everything that is missing, exactly once.
     *
     * @param remarks by material: what is wrong with it; what else is required and lacking is asked for as well
     * @param said in general
     */
    public void askSupplement(CaseId id, Map<String, String> remarks, String said, long basedOn) {
        var general = said.strip();
        refuseLonger("said", general);
        remarks.values().forEach(remark -> refuseLonger("remarks", remark));
        var held = store.hold(id, basedOn);
        var note = note(held);
        gate.allowed(held, note, CaseAct.ASK_SUPPLEMENT);
        if (CaseMaterialRules.of(note, remarks.keySet()).size() < remarks.size()) {
            throw new ServicesFieldsRefused("remarks", "services.case.rule.unknownMaterial");
        }
        var last = CaseClock.known(() -> store.clock(held).saidBy());
        if (last != null && today().isAfter(last)) {
            throw new CaseRefused("services.refusal.case.tooLate", last.toString());
        }
        Map<String, String> asked = new LinkedHashMap<>();
        for (var material : note.materials()) {
            var remark = remarks.get(material.key());
            if (remark != null) {
                asked.put(material.key(), remark.strip());
            }
        }
        materials.lacking(id, note).forEach(one -> asked.putIfAbsent(one.key(), ""));
        if (asked.isEmpty() && general.isEmpty()) {
            throw new ServicesFieldsRefused("said", "services.rule.required");
        }
        jdbc.batchUpdate(
                """
                update services.case_material set asked = true, remark = coalesce(nullif(?, ''), remark),
                    state = case when state = 'MISSING' then 'MISSING' else 'FOUND_BAD' end
                where case_id = ? and material = ?\
                """,
                asked.entrySet().stream()
                        .map(one -> new Object[] {one.getValue(), id.value(), one.getKey()})
                        .toList());
        store.change(
                id,
                "supplement_asked_on = ?, supplement_said = ?, supplement_due_on = ?",
                today(),
                general,
                CaseClock.known(() -> workingDays.plus(today(), SUPPLEMENT_DAYS)));
        var items =
                asked.entrySet().stream()
                        .map(one -> {
                            var name =
                                    CaseMaterialRules.of(note, List.of(one.getKey()))
                                            .getFirst()
                                            .name();
                            return one.getValue().isEmpty() ? name : name + "：" + one.getValue();
                        })
                        .toList();
        store.become(held, CaseState.SUPPLEMENT, StepKind.ACCEPT);
        for (var part : store.parts(id)) {
            store.become(part, CaseState.SUPPLEMENT, StepKind.ACCEPT);
        }
        var all = new ArrayList<>(items);
        if (!general.isEmpty()) {
            all.add(general);
        }
        store.happened(
                held,
                CaseAct.ASK_SUPPLEMENT,
                StepKind.ACCEPT,
                today(),
                String.join("；", all),
                true);
        settle(held);
        letters.write(
                store.read(id),
                note,
                LetterKind.SUPPLEMENT,
                today(),
                Map.of(LetterPlace.ITEMS, LetterWriting.items(items), LetterPlace.REASON, general));
    }

    /** 不予受理. */
    public void notAccept(CaseId id, String why, long basedOn) {
        var reason = required("why", why);
        var held = store.hold(id, basedOn);
        var note = note(held);
        gate.allowed(held, note, CaseAct.NOT_ACCEPT);
        var all = new ArrayList<>(store.parts(id));
        all.add(held);
        for (var one : all) {
            store.become(one, CaseState.NOT_ACCEPTED, StepKind.ACCEPT);
            store.change(one.id(), "ended_on = ?", today());
            store.happened(one, CaseAct.NOT_ACCEPT, StepKind.ACCEPT, today(), reason, true);
        }
        settle(held);
        letters.write(
                store.read(id),
                note,
                LetterKind.NOT_ACCEPTED,
                today(),
                Map.of(LetterPlace.REASON, reason));
    }

    /**
     * Nothing was said in five working days: the case is accepted, as of the day on which its papers came (行政许可法 §32). For
     * the clock; harmless for a case that is not so far, or not any more.
     *
     * @return whether it was accepted by this
     */
    @PreAuthorize("hasRole('SYSTEM')")
    public boolean deemAccepted(CaseId id) {
        var held = store.hold(id);
        var now = store.clock(held);
        if (!now.deemed(today())) {
            return false;
        }
        accepting.accept(
                held,
                note(held),
                new CaseAccepting.Way(CaseAct.DEEM_ACCEPTED, now.deemedFrom(), null));
        return true;
    }

    /** What 容缺 is not for. */
    private void refuseBadCredit(Held held) {
        var enterprise = held.enterprise();
        if (enterprise != null && enterprises.find(enterprise).isPresent()) {
            var status = enterprises.profile(enterprise).status();
            if (status == EnterpriseStatus.REVOKED || status == EnterpriseStatus.DEREGISTERED) {
                throw new CaseRefused("services.refusal.case.badCredit", status);
            }
        }
        credit.orderedStream()
                .map(known -> known.against(enterprise, held.creditCode()))
                .filter(against -> against != null)
                .findFirst()
                .ifPresent(against -> {
                    throw new CaseRefused("services.refusal.case.badCredit", against);
                });
    }

    private void settle(Held held) {
        store.parts(held.id()).forEach(part -> store.settle(part.id()));
        store.settle(held.id());
    }

    private ServiceNote note(Held held) {
        return sheets.note(held);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @return the text, stripped */
    static String required(String field, String text) {
        var faults = new ArrayList<FieldFault>();
        ServicesFieldsRefused.required(faults, field, text);
        ServicesFieldsRefused.longer(faults, field, text, LONGEST);
        ServicesFieldsRefused.refuse(faults);
        return text.strip();
    }

    static void refuseLonger(String field, @Nullable String text) {
        var faults = new ArrayList<FieldFault>();
        ServicesFieldsRefused.longer(faults, field, text, LONGEST);
        ServicesFieldsRefused.refuse(faults);
    }
}
