package org.kaiyuan.ui.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Countries and regions by ISO 3166, those that invest here most first. */
final class Countries {
    private static final List<String> FIRST =
            List.of("CN", "HK", "MO", "TW", "SG", "JP", "KR", "US", "DE", "FR", "GB", "NL", "CH");

    private static final List<String> CODES = all();

    private Countries() {}

    static List<String> codes() {
        return CODES;
    }

    /** Such as 「CN 中国」. */
    static String shown(String code, Locale locale) {
        return code + " " + Locale.of("", code).getDisplayCountry(locale);
    }

    private static List<String> all() {
        var all = new ArrayList<>(FIRST);
        for (var code : Locale.getISOCountries()) {
            if (!FIRST.contains(code)) {
                all.add(code);
            }
        }
        return List.copyOf(all);
    }
}
