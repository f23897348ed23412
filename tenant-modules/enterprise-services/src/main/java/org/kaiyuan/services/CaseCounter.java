package org.kaiyuan.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.CreditCode;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.enterprises.own.OwnRecords;
import org.kaiyuan.platform.access.SignedInClient;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.search.names.ChineseText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 窗口: handing in for the person in front of the desk; also for programs that hand in for others. */
@Service
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class CaseCounter {
    private static final int LONGEST_NAME = 200;

    private final WholeServices services;
    private final CaseMaking making;
    private final CaseReceipts receipts;
    private final OwnRecords records;
    private final JdbcTemplate jdbc;

    CaseCounter(
            WholeServices services,
            CaseMaking making,
            CaseReceipts receipts,
            OwnRecords records,
            JdbcTemplate jdbc) {
        this.services = services;
        this.making = making;
        this.receipts = receipts;
        this.records = records;
        this.jdbc = jdbc;
    }

    /**
     * Makes a case. What was shown or handed over on paper counts as held by the park; scans are hung on the case afterwards.
     *
     * @param key of the page's own: the same key gives the same receipt
     * @throws UnknownService when there is none
     * @throws ServiceRefused when nobody can ask for it any more
     * @throws UnknownEnterprise when the directory has no such enterprise
     * @throws ServicesFieldsRefused with all that is missing
     */
    @Transactional
    public Receipt takeIn(CounterNote note, UUID key) {
        if (CaseSight.only() != null) {
            throw new AccessDeniedException("An operating company takes nothing in");
        }
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('services.counter ' || ?, 0))",
                row -> {},
                key.toString());
        var already = receipts.madeOf(key);
        if (already.isPresent()) {
            return already.get();
        }
        var asked = services.asked(note.service());
        asked.refuseClosed();
        var answers =
                FillingIn.known(asked.whole().note().form(), FillingIn.storable(note.answers()));
        var handingIn =
                new HandingIn(asked.whole(), answers, Set.of(), note.held(), note.deferred());
        var faults = new ArrayList<FieldFault>();
        var named = named(note, faults);
        faults.addAll(HandingIn.faults(note.applicant()));
        faults.addAll(CaseDrafting.faults(handingIn, Set.of(), note.pledged()));
        faults.removeIf(one -> isFile(asked.whole().note().form(), one));
        ServicesFieldsRefused.refuse(faults);
        return making.make(
                new CaseMaking.From(
                        key,
                        asked,
                        handingIn,
                        named.id(),
                        named.name(),
                        named.creditCode(),
                        null,
                        CaseSubmission.tidy(note.applicant()),
                        channel(),
                        note.pledged(),
                        Map.of()),
                made -> {});
    }

    /** Files of a form are handed over on paper here, or hung on the case afterwards. */
    private static boolean isFile(FormDefinition form, FieldFault fault) {
        return form.fields().stream()
                .anyMatch(one ->
                        one.kind() == FieldKind.FILE
                                && fault.field().equals("answers." + one.key())
                                && fault.messageKey().equals("services.form.required"));
    }

    private record Named(@Nullable EnterpriseId id, String name, @Nullable String creditCode) {}

    /** As the directory has it where it has it. */
    private Named named(CounterNote note, ArrayList<FieldFault> faults) {
        var id = note.enterprise();
        if (id != null) {
            var found = records.find(id).orElseThrow(() -> new UnknownEnterprise(id));
            return new Named(found.id(), found.name(), found.creditCode());
        }
        var typed = note.creditCode();
        var code = typed == null || typed.isBlank() ? null : CreditCode.tidy(typed);
        if (code != null && !CreditCode.isValid(code)) {
            faults.add(new FieldFault("creditCode", "services.form.creditCode", List.of()));
        } else if (code != null) {
            var found = records.byCreditCode(code).orElse(null);
            if (found != null) {
                return new Named(found.id(), found.name(), found.creditCode());
            }
        }
        var name = ChineseText.storable(note.enterpriseName()).strip();
        ServicesFieldsRefused.required(faults, "enterpriseName", name);
        ServicesFieldsRefused.longer(faults, "enterpriseName", name, LONGEST_NAME);
        return new Named(null, name, code);
    }

    private static CaseChannel channel() {
        var acting = SecurityContextHolder.getContext().getAuthentication();
        return acting != null && acting.getPrincipal() instanceof SignedInClient
                ? CaseChannel.API
                : CaseChannel.COUNTER;
    }
}
