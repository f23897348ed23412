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
    CREDIT_CODE(
            "creditCode",
            "credit_code",
            "unified credit code",
            "统一社会信用代码",
            "信用代码",
            "社会信用代码",
            "统一信用代码"),
    SHORT_NAME("shortName", "short_name", "简称", "企业简称"),
    KIND("kind", "ent_type", "type", "企业类型", "公司类型", "类型", "企业性质"),
    STATUS("status", "状态", "企业状态", "登记状态", "经营状态", "经营状况", "存续状态", "reg_status"),
    /** In yuan. */
    CAPITAL("registeredCapital", "registered_capital", "注册资本", "注册资本(元)", "注册资金", "注册资金(元)"),
    /** In 万元. */
    CAPITAL_WAN(
            "registeredCapitalWan",
            "reg_capital_wan",
            "registered capital (10,000 yuan)",
            "注册资本(万元)",
            "注册资金(万元)",
            "注册资本(万)",
            "注册资本万元"),
    CURRENCY("capitalCurrency", "capital_currency", "currency", "币种", "注册资本币种"),
    FOUNDED_ON("foundedOn", "reg_date", "founded_on", "成立日期", "注册日期", "成立时间", "登记日期"),
    SETTLED_ON("settledOn", "入园日期", "入园时间", "入驻日期", "入驻时间"),
    INDUSTRY("industryCode", "industry_code", "行业代码", "国民经济行业代码", "所属行业代码"),
    LEADING_INDUSTRY("leadingIndustry", "leading_industry", "主导产业", "所属主导产业"),
    SUB_INDUSTRY("subIndustry", "sub_industry", "细分领域", "细分产业"),
    CHAIN_POSITION("chainPosition", "chain_position", "产业链位置", "产业链环节"),
    CITY("city", "城市", "市", "所属城市"),
    ADDRESS("address", "住所", "地址", "注册地址", "企业地址", "经营地址", "登记地址"),
    ZONE_LOCATION("zoneLocation", "zone_location", "location in the zone", "园内位置", "所在片区", "片区"),
    SCOPE("businessScope", "business_scope", "scope", "经营范围"),
    PRODUCTS("products", "主要产品", "产品", "主营产品"),
    WEBSITE("website", "网站", "网址", "官网", "企业网站"),
    ABOVE_SCALE("aboveScale", "规上", "是否规上", "规上企业", "是否规上企业", "规模以上"),
    FOUR_ABOVE("fourAbove", "四上", "是否四上", "四上企业", "是否四上企业"),
    TAGS("tags", "标签"),
    /** Several in one cell. */
    QUALIFICATIONS("qualifications", "资质", "企业资质", "资质荣誉", "资质认定", "企业资质荣誉"),
    QUALIFICATION_NUMBER(Of.QUALIFICATION, "number"),
    QUALIFICATION_UNTIL(Of.QUALIFICATION, "validUntil"),
    CONTACT_NAME("contact.name", "contact", "联系人", "联系人姓名", "企业联系人"),
    CONTACT_POSITION("contact.position", "联系人职务", "职务", "联系人职位"),
    CONTACT_PHONE(
            "contact.phone",
            "phone",
            "phone (masked)",
            "联系电话",
            "联系电话(脱敏)",
            "电话",
            "手机",
            "手机号",
            "手机号码",
            "联系方式",
            "联系人电话",
            "联系人手机"),
    CONTACT_EMAIL("contact.email", "email", "e-mail", "邮箱", "电子邮箱", "电子邮件", "联系邮箱", "联系人邮箱"),
    /** Of the figures in the row whose columns name none. */
    YEAR("figures.year", "latest year", "最近年度", "年度", "年份", "数据年度", "统计年度"),
    REVENUE_WAN(Of.YEAR, "revenueWan"),
    REVENUE(Of.YEAR, "revenueYuan"),
    TAX_WAN(Of.YEAR, "taxWan"),
    TAX(Of.YEAR, "taxYuan"),
    FIXED_ASSETS_WAN(Of.YEAR, "fixedAssetInvestmentWan"),
    FIXED_ASSETS(Of.YEAR, "fixedAssetInvestmentYuan"),
    RD_WAN(Of.YEAR, "rdWan"),
    RD(Of.YEAR, "rdYuan"),
    EXPORT_WAN(Of.YEAR, "exportWan"),
    EXPORT(Of.YEAR, "exportYuan"),
    LAND_MU(Of.YEAR, "landAreaMu"),
    LAND(Of.YEAR, "landAreaM2"),
    ENERGY(Of.YEAR, "energyTce"),
    EMPLOYEES(Of.YEAR, "employees");

    /** What else must be said of a column besides its field. */
    public enum Of {
        NOTHING,
        YEAR,
        QUALIFICATION
    }

    private static final Map<String, ImportField> BY_WORD = new HashMap<>();
    private static final Map<String, ImportField> BY_API_NAME = new HashMap<>();

    static {
        for (var field : values()) {
            BY_API_NAME.put(field.apiName, field);
            if (field.of == Of.NOTHING) {
                BY_WORD.put(ChineseText.key(field.apiName), field);
            }
            field.words.forEach(word -> BY_WORD.put(ChineseText.key(word), field));
        }
    }

    private final Of of;
    private final String apiName;
    private final List<String> words;

    ImportField(String apiName, String... words) {
        this.of = Of.NOTHING;
        this.apiName = apiName;
        this.words = List.of(words);
    }

    ImportField(Of of, String apiName) {
        this.of = of;
        this.apiName = apiName;
        this.words = List.of();
    }

    /** What else must be said of such a column. */
    public Of of() {
        return of;
    }

    /** As the API names it, without what else must be said. */
    public String apiName() {
        return apiName;
    }

    /** What the API calls so. */
    static Optional<ImportField> named(String apiName) {
        return Optional.ofNullable(BY_API_NAME.get(apiName));
    }

    /** What such a heading usually stands over, whatever the year; null where nobody can tell. */
    static @Nullable ImportField guess(String heading) {
        return BY_WORD.get(ChineseText.key(heading));
    }

    /** Where it is written: {@code revenueYuan} for both units of the revenue. */
    String written() {
        return switch (this) {
            case CAPITAL_WAN -> CAPITAL.apiName;
            case LAND_MU -> LAND.apiName;
            default ->
                    of == Of.YEAR && apiName.endsWith("Wan")
                            ? apiName.substring(0, apiName.length() - 3) + "Yuan"
                            : apiName;
        };
    }
}
