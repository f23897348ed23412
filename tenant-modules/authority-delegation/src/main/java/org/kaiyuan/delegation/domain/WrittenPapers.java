package org.kaiyuan.delegation.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decrees and letters as lists name them: by number, by title, with or without who issued them. */
final class WrittenPapers {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[\\p{IsHan}]{1,24}\\s*[〔\\[【(（]\\s*\\d{4}\\s*[〕\\]】)）]\\s*第?\\s*\\d+\\s*号|[\\p{IsHan}]{2,30}令\\s*第?\\s*\\d+\\s*号");
    private static final Pattern ISSUER =
            Pattern.compile("^[\\p{IsHan}]{2,20}?(?:人民政府|发改委|委员会|审批服务局|办公厅|办公室)");

    private WrittenPapers() {}

    /** 文号 where the text has one, else its beginning: decrees are known by their titles too. */
    static String number(String text) {
        var found = NUMBER.matcher(text);
        if (found.find()) {
            return found.group().replaceAll("\\s", "");
        }
        var title = text.replaceAll("\\s*[(（]\\s*\\d{4}.*$", "").strip();
        var name = title.isEmpty() ? text.strip() : title;
        return name.length() <= 120 ? name : name.substring(0, 120);
    }

    static @Nullable String issuer(String text) {
        var found = ISSUER.matcher(text);
        return found.find() ? found.group() : null;
    }
}
