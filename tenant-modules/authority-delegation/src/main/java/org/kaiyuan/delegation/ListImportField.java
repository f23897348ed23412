package org.kaiyuan.delegation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/** What a column of a list may hold, as ministries, provinces and cities send it. */
public enum ListImportField {
    CODE("code", "事项编码", "事项代码", "实施清单编码", "权力编码", "职权编码", "编码", "item_code", "code"),
    BASIC_CODE("basicCode", "基本编码", "基本目录编码", "国家基本目录编码", "basic_code"),
    NAME(
            "name",
            "事项名称",
            "权力名称",
            "权力事项名称",
            "职权名称",
            "事项",
            "赋权事项",
            "赋权事项名称",
            "委托事项",
            "委托事项名称",
            "权力事项",
            "服务事项名称",
            "下放事项",
            "项目名称",
            "名称",
            "item_name",
            "name"),
    MAIN_ITEM("mainItem", "主项", "主项名称", "main_item"),
    KIND("kind", "事项类型", "权力类型", "权力类别", "职权类型", "类型", "类别", "item_type", "task_type"),
    FIELD("field", "领域", "行业领域", "所属领域", "专题", "domain", "field"),
    ORIGINAL_AUTHORITY(
            "originalAuthority",
            "原行使部门",
            "原实施部门",
            "原实施机关",
            "原权力主体",
            "下放部门",
            "赋权部门",
            "委托部门",
            "委托机关",
            "原行使主体",
            "original_authority"),
    RECEIVING_BODY(
            "receivingBody",
            "承接主体",
            "承接部门",
            "承接单位",
            "承接机构",
            "受委托机关",
            "受委托单位",
            "实施主体",
            "实施部门",
            "实施机构",
            "行使主体",
            "责任主体",
            "责任部门",
            "receiving_body",
            "department"),
    MODE("mode", "方式", "赋权方式", "下放方式", "行使方式", "放权方式", "承接方式", "委托方式", "delegation_mode", "mode"),
    BASIS("bases", "设定依据", "实施依据", "法律依据", "依据", "职权依据", "legal_basis"),
    SUB_PARK("subPark", "空间范围", "适用范围", "适用区域", "片区", "实施区域", "sub_park"),
    CATEGORY("category", "适用情形", "情形", "子项", "办理项", "category"),
    MOST_YUAN("mostYuan", "金额上限", "限额", "金额上限(元)", "most_yuan"),
    CONDITIONS("conditions", "条件", "实施条件", "限制条件", "conditions"),
    EFFECTIVE_ON("effectiveOn", "生效日期", "生效时间", "施行日期", "实施日期", "effective_on"),
    HANDOVER_ON("handoverOn", "交接期限", "交接时限", "交接日期", "handover_on"),
    EXPIRES_ON("expiresOn", "失效日期", "有效期至", "到期日期", "截止日期", "expires_on"),
    DOCUMENT("document", "决定文件", "依据文件", "文件", "文号", "赋权文件", "下放文件", "document"),
    DECIDED_ON("decidedOn", "决定日期", "发文日期", "公布日期", "decided_on"),
    ISSUER("issuer", "发文机关", "决定机关", "issuer"),
    LETTER("letter", "委托书", "委托书文号", "委托书编号", "letter"),
    AREA("area", "赋权领域", "集成授权领域", "area"),
    /** Whether the row grants or ends; lists as ministries send them grant. */
    ACT("act", "性质", "条目性质", "act"),
    BATCH("batch", "批次", "赋权批次", "batch"),
    DUTIES("duties", "责任事项", "责任事项内容", "duties"),
    ACCOUNTABILITY("accountability", "追责情形", "追责情形和依据", "问责情形", "accountability"),
    COMMITTEE("committee", "管委会", "管委会职责", "committee"),
    LOCAL_GOVERNMENT("localGovernment", "属地政府", "地方政府", "属地政府职责", "local_government"),
    OPERATING_COMPANY("operatingCompany", "运营公司", "运营公司职责", "平台公司", "operating_company"),
    REMARKS("remarks", "备注", "说明", "remarks");

    private static final Map<String, ListImportField> BY_WORD = new HashMap<>();
    private static final Map<String, ListImportField> BY_API_NAME = new HashMap<>();

    static {
        for (var field : values()) {
            BY_API_NAME.put(field.apiName, field);
            field.words.forEach(word -> BY_WORD.put(ChineseText.key(word), field));
        }
    }

    private final String apiName;
    private final List<String> words;

    ListImportField(String apiName, String... words) {
        this.apiName = apiName;
        this.words = List.of(words);
    }

    /** As the API names it. */
    public String apiName() {
        return apiName;
    }

    /** As lists usually head such a column. */
    String word() {
        return words.getFirst();
    }

    /** What the API calls so. */
    public static Optional<ListImportField> named(String apiName) {
        return Optional.ofNullable(BY_API_NAME.get(apiName));
    }

    /** By what usually stands under such headings; of two alike the first; null where nobody can tell. */
    static List<@Nullable ListImportField> guess(List<String> headings) {
        var guesses = new ArrayList<@Nullable ListImportField>();
        for (var heading : headings) {
            var guess = BY_WORD.get(ChineseText.key(heading));
            guesses.add(guess == null || guesses.contains(guess) ? null : guess);
        }
        return guesses;
    }
}
