package org.kaiyuan.leads;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/**
 * What a column of an investment bureau's spreadsheet may hold. Several investors, contacts, tags stand in one
 * cell, separated by 、 or ;. The unit of an amount is that of the heading, else 万元, 亩, ㎡.
 */
public enum LeadImportField {
    /** The lead's own code: a row whose code is known here is that lead, and changes nothing. */
    CODE("code", "编号", "线索编号", "项目编号", "lead code"),
    PROJECT_NAME("projectName", "项目名称", "项目", "招商项目", "招商项目名称", "线索名称", "name"),
    INVESTOR(
            "investors.name",
            "投资方",
            "投资方名称",
            "投资主体",
            "投资企业",
            "投资公司",
            "投资单位",
            "投资商",
            "企业名称",
            "公司名称",
            "investor"),
    CREDIT_CODE("investors.creditCode", "统一社会信用代码", "信用代码", "社会信用代码", "credit code"),
    COUNTRY("investors.country", "国别", "国别地区", "国家", "国家地区", "国别(地区)", "投资方国别", "country"),
    GLOBAL_500("investors.global500", "世界500强", "是否世界500强", "500强", "global 500"),
    LISTED("investors.listed", "上市公司", "是否上市", "是否上市公司", "上市企业", "listed"),
    LEADER("investors.industryLeader", "行业领军", "行业领军企业", "是否行业领军", "龙头企业", "industry leader"),
    NATURE("nature", "项目性质", "nature"),
    WAY("way", "招商方式", "招商途径", "招商渠道", "way"),
    FAIR("fairId", "来源活动", "招商活动", "活动", "活动名称", "source event"),
    INTRODUCER("introducer", "引荐人", "介绍人", "推荐人", "引荐单位", "introducer"),
    LEADING_INDUSTRY("leadingIndustry", "主导产业", "产业", "所属产业", "产业类别", "leading industry"),
    SUB_INDUSTRY("subIndustry", "细分领域", "细分产业", "子产业", "sub-industry"),
    INDUSTRY("industryCode", "行业代码", "国民经济行业代码", "industry code"),
    CLUSTER("cluster", "产业集群", "cluster"),
    CURRENCY("currency", "币种", "currency"),
    EXCHANGE_RATE("exchangeRate", "汇率", "exchange rate"),
    TOTAL_INVESTMENT(
            "totalInvestment",
            "总投资",
            "投资总额",
            "总投资额",
            "计划总投资",
            "计划投资",
            "投资额",
            "投资规模",
            "拟投资额",
            "total investment"),
    FIXED_INVESTMENT("fixedInvestment", "固定资产投资", "固定资产投资额", "固投", "fixed-asset investment"),
    LAND("wantedLandM2", "用地", "用地需求", "用地面积", "拟用地", "需用地", "需求用地", "土地需求", "land"),
    FLOOR("wantedFloorM2", "厂房", "厂房需求", "厂房面积", "需求厂房", "标准厂房", "floor area"),
    WANTED_BY("wantedBy", "最迟需要日期", "用地时间", "wanted by"),
    REVENUE("expectedRevenueYuan", "预计营收", "预计产值", "年产值", "预计年产值", "达产产值", "expected revenue"),
    TAX("expectedTaxYuan", "预计税收", "年税收", "预计年税收", "expected tax"),
    JOBS("expectedJobs", "预计就业", "就业人数", "预计就业人数", "带动就业", "expected jobs"),
    CHEMICAL("chemical", "化工项目", "是否化工", "是否化工项目", "chemical"),
    CONTACT("contacts.name", "联系人", "联系人姓名", "投资方联系人", "contact"),
    CONTACT_POSITION("contacts.position", "联系人职务", "职务", "position"),
    CONTACT_PHONE(
            "contacts.phone",
            "联系电话",
            "联系电话(脱敏)",
            "联系人电话",
            "电话",
            "手机",
            "手机号",
            "手机号码",
            "联系方式",
            "phone",
            "phone (masked)"),
    CONTACT_EMAIL("contacts.email", "邮箱", "电子邮箱", "联系人邮箱", "email"),
    OWNER("owner", "负责人", "项目负责人", "跟进人", "责任人", "招商专员", "对接人", "owner"),
    STAGE("stage", "阶段", "项目阶段", "进展阶段", "当前阶段", "推进阶段", "项目进展阶段", "stage"),
    PROBABILITY("probability", "成功概率", "成功率", "把握", "probability"),
    NEXT_ACTION("nextAction", "下一步", "下一步工作", "下一步计划", "下步工作", "next action"),
    NEXT_ACTION_ON("nextActionOn", "下一步日期", "下一步时间", "计划时间", "next action on"),
    FOLLOWED_ON("followedOn", "最近跟进", "最近跟进日期", "最近跟进时间", "last follow-up"),
    REGISTERED_ON("registeredOn", "登记日期", "登记时间", "首次接触日期", "接洽时间", "录入日期", "registered on"),
    SIGNED_ON("signedOn", "签约日期", "签约时间", "signed on"),
    CONFIDENTIAL("confidential", "保密", "是否保密", "confidential"),
    TAGS("tags", "标签", "tags"),
    SUMMARY("summary", "备注", "项目简介", "项目内容", "建设内容", "项目概况", "主要内容", "简介", "summary", "remarks");

    private static final Pattern UNIT =
            Pattern.compile(
                    "[(\\[/_]?\\s*(?:单位[:：]?)?\\s*(亿美元|万美元|亿元|万元|美元|亿|万|元|亩|公顷|平方米|平米|m2|%|人|10000yuan|10,000 yuan|yuan|mu)\\s*[)\\]]?\\s*$");
    private static final Map<String, LeadImportField> BY_WORD = new HashMap<>();
    private static final Map<String, LeadImportField> BY_API_NAME = new HashMap<>();

    /** Which units a field is counted in, by how many of what is stored one is. */
    enum Unit {
        YUAN,
        WAN,
        YI,
        MU,
        M2,
        HECTARE
    }

    static {
        for (var field : values()) {
            BY_API_NAME.put(field.apiName, field);
            BY_WORD.put(ChineseText.key(field.apiName), field);
            field.words.forEach(word -> BY_WORD.put(ChineseText.key(word), field));
        }
    }

    private final String apiName;
    private final List<String> words;

    LeadImportField(String apiName, String... words) {
        this.apiName = apiName;
        this.words = List.of(words);
    }

    /** As the API names it. */
    public String apiName() {
        return apiName;
    }

    /** What the API calls so. */
    static Optional<LeadImportField> named(String apiName) {
        return Optional.ofNullable(BY_API_NAME.get(apiName));
    }

    /** What usually stands under such a heading, whatever its unit; null where nobody can tell. */
    static @Nullable LeadImportField guess(String heading) {
        var known = BY_WORD.get(ChineseText.key(heading));
        return known != null ? known : BY_WORD.get(ChineseText.key(withoutUnit(heading)));
    }

    private static String withoutUnit(String heading) {
        var text = normal(heading);
        var unit = UNIT.matcher(text);
        return unit.find() && unit.start() > 0 ? text.substring(0, unit.start()) : text;
    }

    /** The unit that the heading names; null where it names none. */
    static @Nullable Unit unitOf(String heading) {
        var unit = UNIT.matcher(normal(heading));
        if (!unit.find() || unit.start() == 0) {
            return null;
        }
        return switch (unit.group(1)) {
            case "亿美元", "亿元", "亿" -> Unit.YI;
            case "万美元", "万元", "万", "10000yuan", "10,000 yuan" -> Unit.WAN;
            case "美元", "元", "yuan" -> Unit.YUAN;
            case "亩", "mu" -> Unit.MU;
            case "公顷" -> Unit.HECTARE;
            case "平方米", "平米", "m2" -> Unit.M2;
            default -> null;
        };
    }

    /** Whether the heading says that its amounts are in US dollars. */
    static boolean isInDollars(String heading) {
        return normal(heading).contains("美元");
    }

    private static String normal(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The field that a fault of a checked profile is about: {@code contacts[0].phone} is CONTACT_PHONE. */
    static String ofFault(String field) {
        return field.replaceAll("\\[\\d+]", "");
    }

    /** Where each field lies in a file; −1 for those that it does not have. */
    static Map<LeadImportField, Integer> positions(List<@Nullable LeadImportField> columns) {
        var positions = new EnumMap<LeadImportField, Integer>(LeadImportField.class);
        for (int i = 0; i < columns.size(); i++) {
            var field = columns.get(i);
            if (field != null) {
                positions.putIfAbsent(field, i);
            }
        }
        return positions;
    }
}
