package org.kaiyuan.services;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审查: checklist, remarks and opinions. */
@Service
@Transactional
@PreAuthorize(
        "hasAnyRole('" + ServicesPermissions.HANDLE + "', '" + ServicesPermissions.DECIDE + "')")
public class CaseReview {
    private static final int LONGEST_OPINION = 4000;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_SEATS = 20;

    private final JdbcTemplate jdbc;
    private final CaseStore store;
    private final CaseSheets sheets;
    private final CaseGate gate;
    private final LetterWriting letters;
    private final CurrentPerson person;
    private final ZonePeople people;
    private final Clock clock;

    CaseReview(
            JdbcTemplate jdbc,
            CaseStore store,
            CaseSheets sheets,
            CaseGate gate,
            LetterWriting letters,
            CurrentPerson person,
            ZonePeople people,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.sheets = sheets;
        this.gate = gate;
        this.letters = letters;
        this.person = person;
        this.people = people;
        this.clock = clock;
    }

    /** @param remark what is wrong with it; wanted where it is not good */
    public void check(
            CaseId id, String material, boolean good, @Nullable String remark, long basedOn) {
        CaseAcceptance.refuseLonger("remark", remark);
        var said = remark == null || remark.isBlank() ? null : remark.strip();
        if (!good && said == null) {
            throw new ServicesFieldsRefused("remark", "services.rule.required");
        }
        var held = store.hold(id, basedOn);
        var note = note(held);
        gate.allowed(held, note, CaseAct.CHECK);
        var named = CaseMaterialRules.of(note, List.of(material));
        var line =
                store.materials(id).stream()
                        .filter(one -> one.material().equals(material))
                        .findFirst();
        if (named.isEmpty() || line.isEmpty()) {
            throw new ServicesFieldsRefused("material", "services.case.rule.unknownMaterial");
        }
        var state = line.get().state();
        if (state == MaterialState.MISSING || state == MaterialState.DEFERRED) {
            throw new CaseRefused("services.refusal.case.notThere", named.getFirst().name());
        }
        jdbc.update(
                "update services.case_material set state = ?, remark = ? where case_id = ? and material = ?",
                (good ? MaterialState.FOUND_GOOD : MaterialState.FOUND_BAD).name(),
                said,
                id.value(),
                material);
        var verdict = letters.word(good ? MaterialState.FOUND_GOOD : MaterialState.FOUND_BAD);
        store.happened(
                held,
                CaseAct.CHECK,
                held.step(),
                today(),
                named.getFirst().name() + "：" + (said == null ? verdict : verdict + "，" + said),
                false);
        store.settle(id);
    }

    /** Another seat than those of the procedure. */
    public void ask(CaseId id, String name, @Nullable String team, LocalDate dueOn, long basedOn) {
        var faults = new ArrayList<FieldFault>();
        ServicesFieldsRefused.required(faults, "name", name);
        ServicesFieldsRefused.longer(faults, "name", name, LONGEST_NAME);
        ServicesFieldsRefused.longer(faults, "team", team, LONGEST_NAME);
        ServicesFieldsRefused.refuse(faults);
        var held = store.hold(id, basedOn);
        var note = note(held);
        gate.allowed(held, note, CaseAct.ASK_OPINION);
        if (dueOn.isBefore(today())) {
            throw new ServicesFieldsRefused("dueOn", "services.case.rule.notPast");
        }
        var due = held.dueOn();
        if (due != null && dueOn.isAfter(due)) {
            throw new ServicesFieldsRefused(
                    "dueOn", "services.case.rule.notAfterDue", due.toString());
        }
        var seats = store.opinions(id);
        if (seats.size() >= MOST_SEATS) {
            throw new CaseRefused("services.refusal.case.mostSeats", MOST_SEATS);
        }
        jdbc.update(
                """
                insert into services.case_opinion (tenant_id, case_id, seat, seat_name, team, due_on) values (?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                id.value(),
                "asked-" + (seats.size() + 1),
                name.strip(),
                team == null || team.isBlank() ? null : team.strip(),
                dueOn);
        store.step(held, StepKind.REVIEW, note);
        store.happened(held, CaseAct.ASK_OPINION, StepKind.REVIEW, today(), name.strip(), false);
        store.settle(id);
    }

    /** Signed with name, time and hash; once. */
    public void giveOpinion(
            CaseId id, String seat, CheckVerdict verdict, String said, long basedOn) {
        var text = said.strip();
        var faults = new ArrayList<FieldFault>();
        if (verdict != CheckVerdict.AGREED) {
            ServicesFieldsRefused.required(faults, "said", text);
        }
        ServicesFieldsRefused.longer(faults, "said", text, LONGEST_OPINION);
        ServicesFieldsRefused.refuse(faults);
        var held = store.hold(id, basedOn);
        var note = note(held);
        gate.allowed(held, note, CaseAct.GIVE_OPINION);
        var asked =
                store.opinions(id).stream()
                        .filter(one -> one.seat().equals(seat))
                        .findFirst()
                        .orElseThrow(() ->
                                new ServicesFieldsRefused(
                                        "seat", "services.case.rule.unknownSeat"));
        if (asked.verdict() != null) {
            throw new CaseRefused(
                    "services.refusal.case.signed", asked.seatName(), asked.signedName());
        }
        refuseOtherTeam(asked);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.update(
                """
                update services.case_opinion set verdict = ?, said = ?, signed_by = ?, signed_name = ?, signed_at = ?, hash = ?
                where case_id = ? and seat = ? and verdict is null\
                """,
                verdict.name(),
                text,
                person.username(),
                person.displayName(),
                Timestamp.from(at),
                hash(id, seat, verdict, text, person.displayName(), at),
                id.value(),
                seat);
        if (store.opinions(id).stream().allMatch(one -> one.verdict() != null)
                && held.step() == StepKind.REVIEW) {
            store.step(held, StepKind.DECIDE, note);
        }
        store.happened(
                held,
                CaseAct.GIVE_OPINION,
                StepKind.REVIEW,
                today(),
                asked.seatName() + "：" + letters.word(verdict),
                false);
        store.settle(id);
    }

    /** For colleagues only. */
    public void remark(CaseId id, String said) {
        var text = CaseAcceptance.required("said", said);
        var held = store.hold(id);
        gate.allowed(held, note(held), CaseAct.REMARK);
        store.happened(held, CaseAct.REMARK, held.step(), today(), text, false);
    }

    /** SHA-256 over case, seat, verdict, words, name and time, each on its line with its length before it. */
    static String hash(
            CaseId id,
            String seat,
            CheckVerdict verdict,
            String said,
            String signedName,
            Instant signedAt) {
        var signed = new StringBuilder();
        for (var part :
                List.of(
                        id.toString(),
                        seat,
                        verdict.name(),
                        said,
                        signedName,
                        signedAt.truncatedTo(ChronoUnit.MICROS).toString())) {
            signed.append(part.length()).append(':').append(part).append('\n');
        }
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refuseOtherTeam(CaseOpinion asked) {
        if (asked.team() != null && !asked.team().equals(people.teamOf(person.username()))) {
            throw new CaseRefused(
                    "services.refusal.case.otherTeam", asked.seatName(), asked.team());
        }
    }

    private ServiceNote note(Held held) {
        return sheets.note(held);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
