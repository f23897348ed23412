package org.kaiyuan.enterprises;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/** What a column of a file may hold. */
public enum ImportField {
    NAME("name", "enterprise name", "企业名称", "公司名称", "单位名称", "名称", "企业", "企业全称", "公司"),
    CREDIT_CODE("creditCode", "credit_code", "统一社会信用代码", "信用代码", "社会信用代码", "统一信用代码"),
    SHORT_NAME("shortName", "short_name", "简称", "企业简称"),
    KIND("kind", "ent_type", "企业类型", "公司类型", "类型", "企业性质"),
    STATUS("status", "状态", "企业状态", "登记状态", "经营状态", "经营状况", "存续状态", "reg_status"),
    /** In yuan. */
    CAPITAL("registeredCapital", "registered_capital", "注册资本", "注册资本(元)", "注册资金", "注册资金(元)"),
    /** In 万元. */
    CAPITAL_WAN(
            "registeredCapitalWan", "reg_capital_wan", "注册资本(万元)", "注册资金(万元)", "注册资本(万)", "注册资本万元"),
    CURRENCY("capitalCurrency", "capital_currency", "currency", "币种", "注册资本币种"),
    FOUNDED_ON("foundedOn", "reg_date", "founded_on", "成立日期", "注册日期", "成立时间", "登记日期"),
    INDUSTRY("industryCode", "industry_code", "行业代码", "国民经济行业代码", "所属行业代码"),
    LEADING_INDUSTRY("leadingIndustry", "leading_industry", "主导产业", "所属主导产业"),
    CITY("city", "城市", "市", "所属城市"),
    ADDRESS("address", "住所", "地址", "注册地址", "企业地址", "经营地址", "登记地址"),
    ZONE_LOCATION("zoneLocation", "zone_location", "园内位置", "所在片区", "片区"),
    SCOPE("businessScope", "business_scope", "scope", "经营范围"),
    PRODUCTS("products", "主要产品", "产品", "主营产品"),
    WEBSITE("website", "网站", "网址", "官网", "企业网站");

    private static final Map<String, ImportField> BY_WORD = new HashMap<>();
    private static final Map<String, ImportField> BY_API_NAME = new HashMap<>();

    static {
        for (var field : values()) {
            BY_API_NAME.put(field.apiName, field);
            BY_WORD.put(ChineseText.key(field.apiName), field);
            field.words.forEach(word -> BY_WORD.put(ChineseText.key(word), field));
        }
    }

    private final String apiName;
    private final List<String> words;

    ImportField(String apiName, String... words) {
        this.apiName = apiName;
        this.words = List.of(words);
    }

    /** As the API names it. */
    public String apiName() {
        return apiName;
    }

    /** What the API calls so. */
    public static Optional<ImportField> named(String apiName) {
        return Optional.ofNullable(BY_API_NAME.get(apiName));
    }

    /** What such a heading usually stands over; null where nobody can tell. */
    static @Nullable ImportField guess(String heading) {
        return BY_WORD.get(ChineseText.key(heading));
    }

    /** Whether both would write the same. */
    boolean clashesWith(ImportField other) {
        return this == other || (isCapital() && other.isCapital());
    }

    private boolean isCapital() {
        return this == CAPITAL || this == CAPITAL_WAN;
    }
}
