package org.kaiyuan.enterprises;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.springframework.jdbc.core.JdbcTemplate;

/** What spreadsheets call the qualifications of the managed list. */
final class QualificationWords {
    private static final Pattern BETWEEN = Pattern.compile("[;；、,，|\\n]+");
    private static final Pattern LEVEL = Pattern.compile("^(国家级?|省级?|市级|四川省)");
    private static final Map<String, List<String>> ALSO =
            Map.of(
                    "HIGH_TECH", List.of("高企", "高新企业", "高新技术"),
                    "TECH_SME", List.of("科技型中小", "科技中小企业"),
                    "INNOVATIVE_SME", List.of("创新型中小"),
                    "SPECIALISED_SME", List.of("专精特新", "专精特新企业"),
                    "LITTLE_GIANT", List.of("小巨人", "小巨人企业", "专精特新小巨人"),
                    "SINGLE_CHAMPION", List.of("单项冠军", "单项冠军企业", "制造业单项冠军企业"),
                    "GAZELLE", List.of("瞪羚"),
                    "UNICORN", List.of("独角兽"),
                    "DIGITAL_WORKSHOP", List.of("数字化车间", "智能工厂"),
                    "TIANFU_BRAND", List.of("四川名牌", "四川名牌产品"));

    private final Map<String, String> codes = new HashMap<>();

    QualificationWords(List<QualificationKind> kinds) {
        for (var kind : kinds) {
            ALSO.getOrDefault(kind.code(), List.of())
                    .forEach(word -> codes.put(ChineseText.key(word), kind.code()));
        }
        for (var kind : kinds) {
            codes.put(ChineseText.key(kind.name()), kind.code());
            codes.put(kind.code(), kind.code());
        }
    }

    static QualificationWords read(JdbcTemplate jdbc) {
        return new QualificationWords(
                jdbc.query(
                        "select code, name from enterprises.qualification_kind",
                        (row, n) -> new QualificationKind(row.getString(1), row.getString(2))));
    }

    /** @return null for a word that nobody can tell */
    @Nullable String code(String typed) {
        var code = codes.get(typed);
        if (code == null) {
            var key = ChineseText.key(typed);
            code = codes.get(key);
            if (code == null) {
                code = codes.get(LEVEL.matcher(key).replaceFirst(""));
            }
        }
        return code;
    }

    boolean isCode(String code) {
        return codes.containsValue(code);
    }

    /** The words of a cell that names several; a stroke parts them only where it is not in a name. */
    List<String> words(String cell) {
        var words = new ArrayList<String>();
        for (var word : BETWEEN.split(cell)) {
            var stripped = word.strip();
            if (code(stripped) != null || stripped.indexOf('/') < 0) {
                words.add(stripped);
            } else {
                words.addAll(List.of(stripped.split("/")));
            }
        }
        words.removeIf(String::isBlank);
        return words;
    }
}
