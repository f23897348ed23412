package org.kaiyuan.enterprises;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kaiyuan.platform.search.names.ChineseText;

/** Which column holds what, guessed from the headings. */
final class ImportColumns {
    static final List<String> FIELDS =
            List.of(
                    "name",
                    "creditCode",
                    "kind",
                    "capital",
                    "currency",
                    "foundedOn",
                    "scope",
                    "city",
                    "address");

    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        word("name", "name", "企业名称", "公司名称", "单位名称", "名称", "企业", "enterprise name");
        word("creditCode", "credit_code", "creditCode", "统一社会信用代码", "信用代码", "社会信用代码");
        word("kind", "ent_type", "kind", "企业类型", "公司类型", "类型");
        word("capital", "registeredCapital", "注册资本", "注册资本(元)", "注册资金");
        word("capitalWan", "reg_capital_wan", "注册资本(万元)", "注册资金(万元)", "注册资本(万)");
        word("currency", "capital_currency", "capitalCurrency", "币种", "注册资本币种");
        word("foundedOn", "reg_date", "foundedOn", "成立日期", "注册日期", "成立时间", "登记日期");
        word("scope", "business_scope", "businessScope", "经营范围");
        word("city", "city", "城市", "市", "所属城市");
        word("address", "address", "住所", "地址", "注册地址", "企业地址", "经营地址");
    }

    private final int[] positions = new int[FIELDS.size()];
    final boolean capitalInWan;

    ImportColumns(List<String> headings) {
        Arrays.fill(positions, -1);
        boolean wan = false;
        for (int i = 0; i < headings.size(); i++) {
            var field = WORDS.getOrDefault(ChineseText.key(headings.get(i)), "");
            boolean isWan = field.equals("capitalWan");
            int at = FIELDS.indexOf(isWan ? "capital" : field);
            if (at >= 0 && positions[at] < 0) {
                positions[at] = i;
                wan |= isWan;
            }
        }
        capitalInWan = wan;
        if (positions[0] < 0) {
            throw new ImportColumnsRefused();
        }
    }

    String of(List<String> cells, String field) {
        int at = positions[FIELDS.indexOf(field)];
        return at < 0 ? "" : cells.get(at);
    }

    private static void word(String field, String... headings) {
        for (var heading : headings) {
            WORDS.put(ChineseText.key(heading), field);
        }
    }
}
