package org.kaiyuan.ui.services;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.ui.timeline.ChangeWords;

/** What was done to a case, in words. */
class CaseChangeWords implements ChangeWords {
    private final CaseDoors doors;
    private final Locale locale;

    CaseChangeWords(CaseDoors doors, Locale locale) {
        this.doors = doors;
        this.locale = locale;
    }

    @Override
    public String act(ChangeEntry change) {
        return said("services.case.act." + change.act().toLowerCase(Locale.ROOT))
                .or(() -> said("services.case.act." + change.act()))
                .or(() ->
                        Arrays.stream(CaseAct.values())
                                .filter(one -> one.name().equalsIgnoreCase(change.act()))
                                .findFirst()
                                .map(one -> doors.messages().of(locale, one)))
                .orElseGet(() -> doors.messages().text(locale, "ui.services.desk.act.changed"));
    }

    @Override
    public String field(ChangeEntry change, String field) {
        return said("services.case.column." + field).orElse(field);
    }

    private Optional<String> said(String key) {
        return doors.messages().chineseKeys().contains(key)
                ? Optional.of(doors.messages().text(locale, key))
                : Optional.empty();
    }
}
