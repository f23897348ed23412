package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.search.names.ChineseText;

/**
 * What is said of a paper.
 *
 * @param directDays from the decision to the first day of what is 直接下放; 30 where the decree says nothing
 * @param entrustedDays from the decision to the first day of what is 委托下放; 0 where the decree says nothing
 * @param handoverDays working days of the handover; 30 where the decree says nothing
 */
public record PaperDraft(
        PaperKind kind,
        String number,
        @Nullable String title,
        @Nullable String issuer,
        @Nullable LocalDate decidedOn,
        int directDays,
        int entrustedDays,
        int handoverDays) {
    private static final int LONGEST_NUMBER = 120;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_ISSUER = 200;
    private static final int MOST_DAYS = 3650;
    private static final int MOST_WORKING_DAYS = 400;

    public PaperDraft {
        number = ChineseText.storable(number).strip();
        title = tidy(title);
        issuer = tidy(issuer);
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : ChineseText.storable(text).strip();
    }

    /** With the days that decrees usually name: domain.md, "Delegation". */
    public static PaperDraft usual(
            PaperKind kind,
            String number,
            @Nullable String title,
            @Nullable String issuer,
            @Nullable LocalDate decidedOn) {
        return new PaperDraft(kind, number, title, issuer, decidedOn, 30, 0, 30);
    }

    /** @throws DelegationFieldsRefused with all that is wrong */
    void check() {
        var faults = new ArrayList<FieldFault>();
        if (number.isEmpty()) {
            faults.add(new FieldFault("number", "delegation.rule.required", List.of()));
        }
        DelegationFieldsRefused.longer(faults, "number", number, LONGEST_NUMBER);
        DelegationFieldsRefused.longer(faults, "title", title, LONGEST_TITLE);
        DelegationFieldsRefused.longer(faults, "issuer", issuer, LONGEST_ISSUER);
        DelegationFieldsRefused.day(faults, "decidedOn", decidedOn);
        between(faults, "directDays", directDays, MOST_DAYS);
        between(faults, "entrustedDays", entrustedDays, MOST_DAYS);
        between(faults, "handoverDays", handoverDays, MOST_WORKING_DAYS);
        DelegationFieldsRefused.refuse(faults);
    }

    private static void between(List<FieldFault> faults, String field, int value, int most) {
        if (value < 0 || value > most) {
            faults.add(new FieldFault(field, "delegation.rule.between", List.of(0, most)));
        }
    }
}
