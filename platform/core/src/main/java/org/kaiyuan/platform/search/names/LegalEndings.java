package org.kaiyuan.platform.search.names;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands at the end of an organisation's name because the law or the trade wants it there. */
final class LegalEndings {
    private static final List<String> LEGAL =
            List.of(
                    "有限责任公司",
                    "股份有限公司",
                    "有限公司",
                    "责任公司",
                    "股份公司",
                    "集团公司",
                    "总公司",
                    "公司",
                    "农民专业合作社联合社",
                    "农民专业合作社",
                    "专业合作社",
                    "合作社",
                    "有限合伙",
                    "普通合伙",
                    "特殊普通合伙",
                    "个人独资");
    private static final List<String> GROUP = List.of("集团", "股份", "控股集团", "控股");
    private static final List<String> TRADE =
            List.of("厂", "店", "部", "行", "社", "中心", "事务所", "经营部", "服务部", "门市部", "商行", "工作室", "分公司");
    private static final Pattern BRANCH =
            Pattern.compile("^(.{2,}?(?:有限责任公司|股份有限公司|有限公司|集团公司|责任公司|总公司|公司|合作社|合作联社|银行))(.{2,})$");
    private static final Pattern INNER =
            Pattern.compile("有限责任公司|股份有限公司|有限公司|责任公司|集团公司|总公司|公司|有限合伙|普通合伙");

    private LegalEndings() {}

    /** The key without its legal ending, or as it was. */
    static String off(String key) {
        var rest = key;
        for (int i = 0; i < 2; i++) {
            var shorter = withoutOneOf(LEGAL, rest);
            if (shorter == null) {
                break;
            }
            rest = shorter;
        }
        return rest;
    }

    /** {@link #off} and, one by one, what may be left away after it. */
    static Set<String> allOff(String key) {
        var forms = new LinkedHashSet<String>();
        var rest = off(key);
        forms.add(rest);
        var noGroup = withoutOneOf(GROUP, rest);
        if (noGroup != null) {
            forms.add(noGroup);
        }
        var noTrade = withoutOneOf(TRADE, rest);
        if (noTrade != null && noTrade.length() >= 3) {
            forms.add(noTrade);
        }
        return forms;
    }

    /** The company that a branch, a shop or an outlet belongs to; null when it is none. */
    static @Nullable String parent(String key) {
        var branch = BRANCH.matcher(key);
        if (!branch.matches()) {
            return null;
        }
        var tail = branch.group(2);
        return LEGAL.contains(tail)
                        || INNER.matcher(tail).replaceAll("").isEmpty()
                        || tail.equals("联合社")
                ? null
                : branch.group(1);
    }

    /** Without any legal ending, also inside: what a branch's name says. */
    static String allInnerOff(String key) {
        var rest = INNER.matcher(key).replaceAll("");
        return rest.length() >= 2 ? rest : key;
    }

    private static @Nullable String withoutOneOf(List<String> endings, String key) {
        for (var ending : endings) {
            if (key.endsWith(ending) && key.length() - ending.length() >= 2) {
                return key.substring(0, key.length() - ending.length());
            }
        }
        return null;
    }
}
