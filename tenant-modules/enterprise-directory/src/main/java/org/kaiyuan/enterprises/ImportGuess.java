package org.kaiyuan.enterprises;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/** What a column holds by its heading, such as 「2024年营业收入(万元)」 or 「高新技术企业证书编号」. */
final class ImportGuess {
    private static final Pattern YEAR =
            Pattern.compile("(?<!\\d)(?:(20\\d\\d|19[5-9]\\d)(?:年度|年)?|(\\d\\d)(?:年度|年))(?!\\d)");
    private static final Pattern UNIT =
            Pattern.compile(
                    "[(\\[/_]?\\s*(?:单位[:：])?\\s*([\\d,]*\\s*(?:百万|千万|亿|万|千)?(?:美元|元|人|名|亩|平方米|平米|m2|公顷|吨标准?煤|tce|yuan|mu))\\s*[)\\]]?\\s*$");
    private static final Pattern NUMBER =
            Pattern.compile("(?:认定)?(?:证书)?(?:编号|证号|证书号|证书号码|文号|number)$");
    private static final Pattern UNTIL =
            Pattern.compile("(?:证书)?(?:有效期至?|有效期限|有效期截止日?期?|到期日期?|到期时间|截止日期|validuntil)$");

    /** By what is counted, then by the unit; without one, that in which our own pages show it. */
    private static final Map<String, Map<String, ImportField>> FIGURES = new HashMap<>();

    static {
        money(
                ImportField.REVENUE,
                ImportField.REVENUE_WAN,
                "revenue",
                "营业收入",
                "营收",
                "主营业务收入",
                "销售收入",
                "营业总收入");
        money(
                ImportField.TAX,
                ImportField.TAX_WAN,
                "tax",
                "税收",
                "税收总额",
                "纳税",
                "纳税额",
                "纳税总额",
                "实缴税金",
                "上缴税金",
                "上缴税收",
                "入库税收",
                "入库税金",
                "税金");
        money(ImportField.FIXED_ASSETS, ImportField.FIXED_ASSETS_WAN, "固定资产投资", "固定资产投资额", "固投");
        money(
                ImportField.RD,
                ImportField.RD_WAN,
                "r&d",
                "r&d经费",
                "r&d投入",
                "r&d费用",
                "研发投入",
                "研发费用",
                "研发经费",
                "研发支出");
        money(ImportField.EXPORT, ImportField.EXPORT_WAN, "出口", "出口额", "出口总额", "出口交货值", "exports");
        units(
                Map.of(
                        "",
                        ImportField.LAND_MU,
                        "亩",
                        ImportField.LAND_MU,
                        "平方米",
                        ImportField.LAND,
                        "平米",
                        ImportField.LAND,
                        "m2",
                        ImportField.LAND),
                "用地",
                "用地面积",
                "占地面积",
                "土地面积");
        units(
                Map.of(
                        "",
                        ImportField.ENERGY,
                        "吨标准煤",
                        ImportField.ENERGY,
                        "吨标煤",
                        ImportField.ENERGY,
                        "tce",
                        ImportField.ENERGY),
                "用能",
                "能耗",
                "综合能耗",
                "综合能源消费量",
                "能源消费量");
        units(
                Map.of(
                        "",
                        ImportField.EMPLOYEES,
                        "人",
                        ImportField.EMPLOYEES,
                        "名",
                        ImportField.EMPLOYEES),
                "employees",
                "用工",
                "用工人数",
                "平均用工人数",
                "从业人数",
                "从业人员",
                "从业人员数",
                "员工人数",
                "员工数",
                "职工人数");
    }

    private ImportGuess() {}

    /**
     * @param yearColumn whether another column tells the year of the row
     * @return null where nobody can tell
     */
    static @Nullable ImportTarget of(
            String heading, boolean yearColumn, QualificationWords qualifications) {
        var known = ImportField.guess(heading);
        if (known != null) {
            return ImportTarget.of(known);
        }
        var text = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var years = YEAR.matcher(text).results().toList();
        if (years.size() > 1) {
            return null;
        }
        String year = null;
        if (!years.isEmpty()) {
            var found = years.getFirst();
            year = found.group(1) == null ? "20" + found.group(2) : found.group(1);
            text = text.substring(0, found.start()) + text.substring(found.end());
        }
        var figure = figure(text);
        if (figure != null) {
            return year != null || yearColumn ? new ImportTarget(figure, year) : null;
        }
        var key = ChineseText.key(text);
        var number = said(key, NUMBER, ImportField.QUALIFICATION_NUMBER, qualifications);
        return number != null
                ? number
                : said(key, UNTIL, ImportField.QUALIFICATION_UNTIL, qualifications);
    }

    private static @Nullable ImportField figure(String text) {
        var unit = UNIT.matcher(text);
        boolean found = unit.find() && unit.start() > 0;
        var what = ChineseText.key(found ? text.substring(0, unit.start()) : text);
        var units = FIGURES.get(what);
        return units == null
                ? null
                : units.get(found ? unit.group(1).replaceAll("[\\s,]", "") : "");
    }

    private static @Nullable ImportTarget said(
            String key, Pattern ending, ImportField field, QualificationWords qualifications) {
        var end = ending.matcher(key);
        var code = end.find() ? qualifications.code(key.substring(0, end.start())) : null;
        return code == null ? null : new ImportTarget(field, code);
    }

    private static void money(ImportField yuan, ImportField wan, String... words) {
        units(Map.of("", wan, "万元", wan, "10000yuan", wan, "元", yuan, "yuan", yuan), words);
    }

    private static void units(Map<String, ImportField> units, String... words) {
        for (var word : List.of(words)) {
            FIGURES.put(ChineseText.key(word), units);
        }
    }
}
