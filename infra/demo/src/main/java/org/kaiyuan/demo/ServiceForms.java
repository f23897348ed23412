package org.kaiyuan.demo;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.Choice;
import org.kaiyuan.services.Comparison;
import org.kaiyuan.services.Condition;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.Prefill;

/** Made-up forms and papers of the demo's services, by the names that {@code services.csv} gives them. */
final class ServiceForms {
    private ServiceForms() {}

    static FormDefinition form(String name) {
        var about =
                switch (name) {
                    case "project" -> project();
                    case "energy" -> energy();
                    case "works", "start" -> works();
                    case "premises" -> premises();
                    case "road" -> road();
                    case "discharge" -> discharge();
                    case "licence" -> licence();
                    case "change" -> change();
                    case "grant" -> grant();
                    case "finance" -> finance();
                    case "staff" -> staff();
                    case "tech" -> tech();
                    case "room" -> room();
                    case "proof" -> proof();
                    case "concern" -> concern();
                    case "repair" -> repair();
                    default -> throw new IllegalArgumentException("No form " + name);
                };
        return new FormDefinition(List.of(applicant(), about));
    }

    /** @param deferral whether the service lets some of them come later */
    static List<Material> papers(String name, boolean deferral) {
        return papers(name).stream()
                .map(one -> deferral || !one.deferrable() ? one : atOnce(one))
                .toList();
    }

    private static Material atOnce(Material one) {
        return new Material(
                one.key(),
                one.name(),
                one.nameEn(),
                one.originals(),
                one.copies(),
                one.required(),
                false,
                one.held(),
                one.remark(),
                one.when(),
                one.samples());
    }

    private static List<Material> papers(String name) {
        return switch (name) {
            case "project" -> List.of(held("licence", "营业执照", "Business licence"));
            case "energy" ->
                    List.of(
                            held("licence", "营业执照", "Business licence"),
                            paper("report", "专题报告（编制单位盖章）", "Report", 1, 1, true, false),
                            paper("filing", "项目备案证明", "Filing of the project", 0, 1, true, true));
            case "works" ->
                    List.of(
                            held("licence", "营业执照", "Business licence"),
                            paper("land", "土地使用证明文件", "Proof of the land's use", 0, 1, true, true),
                            paper("drawings", "设计图纸（设计单位签章）", "Drawings", 1, 0, true, false),
                            paper("contract", "施工合同", "Works contract", 0, 1, false, true));
            case "premises" ->
                    List.of(
                            held("licence", "营业执照", "Business licence"),
                            paper("plan", "场所平面布置图", "Plan of the premises", 1, 0, true, false),
                            paper("system", "安全管理制度", "Safety rules", 0, 1, false, true));
            case "road" ->
                    List.of(
                            paper("plan", "施工位置平面图", "Plan of the site", 1, 0, true, false),
                            paper(
                                    "scheme",
                                    "施工组织与交通疏导方案",
                                    "Scheme of works and traffic",
                                    0,
                                    1,
                                    true,
                                    true));
            case "discharge" ->
                    List.of(
                            held("licence", "营业执照", "Business licence"),
                            paper("pipes", "管网平面图", "Plan of the pipes", 1, 0, true, false),
                            paper("quality", "水质检测报告", "Water test", 0, 1, true, true));
            case "licence" ->
                    List.of(
                            held("licence", "营业执照", "Business licence"),
                            paper("site", "经营场所证明", "Proof of the premises", 0, 1, true, false),
                            paper("staff", "从业人员名册", "List of staff", 1, 0, true, true));
            case "change" ->
                    List.of(
                            paper(
                                    "decision",
                                    "股东会决议或者股东决定",
                                    "Decision of the shareholders",
                                    1,
                                    0,
                                    true,
                                    false),
                            paper("articles", "修改后的公司章程", "Articles as amended", 1, 0, true, true));
            case "grant" ->
                    List.of(
                            held("licence", "营业执照", "Business licence"),
                            paper("proof", "支出凭证与发票汇总", "Invoices", 0, 1, true, true),
                            paper("summary", "项目实施情况说明", "What was done", 1, 0, true, false));
            case "finance" ->
                    List.of(
                            paper(
                                    "statement",
                                    "上一年度财务报表",
                                    "Last year's accounts",
                                    0,
                                    1,
                                    false,
                                    true));
            default -> List.of();
        };
    }

    private static FormSection applicant() {
        return new FormSection(
                "申请单位",
                "Applicant",
                List.of(
                        filled("name", FieldKind.TEXT, "单位名称", "Name", Prefill.ENTERPRISE_NAME),
                        filled(
                                "credit_code",
                                FieldKind.TEXT,
                                "统一社会信用代码",
                                "Credit code",
                                Prefill.CREDIT_CODE),
                        filled(
                                "legal",
                                FieldKind.TEXT,
                                "法定代表人",
                                "Legal representative",
                                Prefill.LEGAL_REPRESENTATIVE)));
    }

    private static FormSection project() {
        return section(
                "项目情况",
                "Project",
                text("project", "项目名称", "Name of the project", true, 120),
                choice(
                        "nature",
                        "建设性质",
                        "Kind",
                        "new:新建:New",
                        "extend:扩建:Extension",
                        "renew:技术改造:Renovation"),
                when(
                        number("lines", "改造生产线", "Lines renovated", "条", true, 1, 500),
                        "nature",
                        "renew"),
                money("investment", "项目总投资", "Investment"),
                address("site", "建设地点", "Site"),
                day("starts", "拟开工日期", "Planned start"));
    }

    private static FormSection energy() {
        return section(
                "项目与用能",
                "Project and energy",
                text("project", "项目名称", "Name of the project", true, 120),
                money("investment", "项目总投资", "Investment"),
                number("power", "年用电量", "Electricity a year", "万千瓦时", true, 0, 1_000_000),
                number("gas", "年用天然气", "Gas a year", "万立方米", false, 0, 100_000),
                table(
                        "devices",
                        "主要用能设备",
                        "Main devices",
                        column("device", FieldKind.TEXT, "设备"),
                        column("count", FieldKind.NUMBER, "台数")));
    }

    private static FormSection works() {
        return section(
                "工程情况",
                "Works",
                text("project", "工程名称", "Name of the works", true, 120),
                address("site", "建设地点", "Site"),
                number("area", "建筑面积", "Floor area", "平方米", true, 1, 2_000_000),
                number("floors", "地上层数", "Storeys", "层", true, 1, 60),
                choice(
                        "structure",
                        "结构形式",
                        "Structure",
                        "steel:钢结构:Steel",
                        "frame:框架结构:Frame",
                        "mixed:混合结构:Mixed"),
                money("price", "合同价款", "Contract price"),
                text("builder", "施工单位", "Builder", true, 120),
                day("starts", "拟开工日期", "Planned start"));
    }

    private static FormSection premises() {
        return section(
                "场所情况",
                "Premises",
                text("place", "场所名称", "Name", true, 120),
                address("site", "地址", "Address"),
                number("area", "使用面积", "Area", "平方米", true, 1, 500_000),
                choice(
                        "use",
                        "使用性质",
                        "Use",
                        "canteen:食堂:Canteen",
                        "hall:展厅:Hall",
                        "store:仓储:Store",
                        "plant:生产:Production"),
                number("people", "最多同时容纳人数", "Most people at once", "人", true, 1, 20_000),
                new FormField(
                        "systems",
                        FieldKind.CHOICES,
                        "已有消防设施",
                        "Fire systems",
                        null,
                        true,
                        null,
                        choices(
                                "sprinkler:自动喷水灭火:Sprinklers",
                                "alarm:火灾自动报警:Alarm",
                                "hydrant:室内消火栓:Hydrants",
                                "smoke:防烟排烟:Smoke extraction"),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of()));
    }

    private static FormSection road() {
        return section(
                "施工安排",
                "Works",
                text("reason", "事由", "Reason", true, 200),
                address("site", "位置", "Place"),
                number("area", "占用或者挖掘面积", "Area", "平方米", true, 1, 20_000),
                day("from", "开始日期", "From"),
                day("until", "结束日期", "Until"),
                yesNo("night", "是否夜间施工", "At night"));
    }

    private static FormSection discharge() {
        return section(
                "用水排水",
                "Water",
                address("site", "位置", "Place"),
                number("amount", "日用水（排水）量", "A day", "立方米", true, 1, 200_000),
                choice(
                        "source",
                        "来源",
                        "Source",
                        "process:生产:Production",
                        "living:生活:Living",
                        "mixed:混合:Both"),
                when(
                        FormField.of("treatment", FieldKind.LONG_TEXT, "预处理工艺", true),
                        "source",
                        "process",
                        "mixed"));
    }

    private static FormSection licence() {
        return section(
                "申请内容",
                "Licence",
                choice("act", "申请类型", "Act", "new:新办:New", "renew:延续:Renewal", "change:变更:Change"),
                address("site", "经营场所", "Premises"),
                number("staff", "专职工作人员", "Staff", "人", true, 1, 5_000),
                money("capital", "注册资本", "Capital"));
    }

    private static FormSection change() {
        return section(
                "变更内容",
                "Change",
                new FormField(
                        "items",
                        FieldKind.CHOICES,
                        "变更事项",
                        "What changes",
                        null,
                        true,
                        null,
                        choices(
                                "name:名称:Name",
                                "legal:法定代表人:Legal representative",
                                "address:住所:Address",
                                "capital:注册资本:Capital",
                                "scope:经营范围:Scope"),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of()),
                when(text("new_name", "新名称", "New name", true, 120), "items", "name"),
                when(
                        text("new_legal", "新法定代表人", "New legal representative", true, 60),
                        "items",
                        "legal"),
                when(address("new_address", "新住所", "New address"), "items", "address"),
                when(money("new_capital", "变更后注册资本", "New capital"), "items", "capital"));
    }

    private static FormSection grant() {
        return section(
                "申报内容",
                "Application",
                choice(
                        "policy",
                        "申报政策",
                        "Policy",
                        "renovation:技术改造补贴:Renovation",
                        "scale:新升规企业奖励:Growth",
                        "interest:贷款贴息:Interest",
                        "rent:厂房租金补贴:Rent"),
                text("project", "项目名称", "Project", true, 120),
                money("spent", "项目投入", "Spent"),
                money("asked", "申请金额", "Asked for"),
                table(
                        "invoices",
                        "主要支出",
                        "Main spending",
                        column("item", FieldKind.TEXT, "名称"),
                        column("amount", FieldKind.MONEY, "金额")),
                text("account", "收款账户", "Account", true, 60));
    }

    private static FormSection finance() {
        return section(
                "融资需求",
                "Finance",
                money("amount", "需求金额", "Amount"),
                choice(
                        "use",
                        "用途",
                        "Use",
                        "working:流动资金:Working capital",
                        "device:设备购置:Devices",
                        "plant:厂房建设:Plant"),
                number("months", "期限", "Term", "个月", true, 1, 240),
                new FormField(
                        "security",
                        FieldKind.CHOICES,
                        "可提供的担保",
                        "Security",
                        null,
                        false,
                        null,
                        choices(
                                "land:土地厂房:Land",
                                "device:设备:Devices",
                                "credit:信用:Credit",
                                "guarantee:第三方担保:Guarantee"),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of()));
    }

    private static FormSection staff() {
        return section(
                "用工需求",
                "Staff",
                table(
                        "jobs",
                        "岗位",
                        "Jobs",
                        column("job", FieldKind.TEXT, "岗位"),
                        column("count", FieldKind.NUMBER, "人数"),
                        column("pay", FieldKind.TEXT, "月薪")),
                day("by", "希望到岗日期", "By"),
                yesNo("lodging", "是否提供住宿", "Lodging"));
    }

    private static FormSection tech() {
        return section(
                "科技需求",
                "Technology",
                text("topic", "需求名称", "Topic", true, 120),
                new FormField(
                        "problem",
                        FieldKind.LONG_TEXT,
                        "要解决的问题与指标",
                        "Problem",
                        null,
                        true,
                        null,
                        List.of(),
                        null,
                        null,
                        2000,
                        List.of(),
                        null,
                        List.of()),
                money("budget", "拟投入经费", "Budget"));
    }

    private static FormSection room() {
        return section(
                "场地需求",
                "Room",
                choice(
                        "kind",
                        "类型",
                        "Kind",
                        "plant:标准厂房:Plant",
                        "office:办公:Office",
                        "store:仓库:Store",
                        "lodging:宿舍:Lodging"),
                number("area", "面积", "Area", "平方米", true, 10, 200_000),
                when(
                        number("load", "楼面荷载", "Floor load", "千牛/平方米", false, 0, 100),
                        "kind",
                        "plant",
                        "store"),
                day("from", "希望使用日期", "From"),
                new FormField(
                        "needs",
                        FieldKind.LONG_TEXT,
                        "其他要求",
                        "Other needs",
                        null,
                        false,
                        null,
                        List.of(),
                        null,
                        null,
                        1000,
                        List.of(),
                        null,
                        List.of()));
    }

    private static FormSection proof() {
        return section(
                "证明用途",
                "Use",
                choice(
                        "use",
                        "用途",
                        "Use",
                        "bank:银行:Bank",
                        "tender:招投标:Tender",
                        "grant:项目申报:Application",
                        "other:其他:Other"),
                when(text("other", "具体用途", "Which", true, 200), "use", "other"),
                number("copies", "份数", "Copies", "份", true, 1, 10));
    }

    private static FormSection concern() {
        return section(
                "诉求",
                "Concern",
                choice(
                        "about",
                        "类别",
                        "About",
                        "permit:审批办证:Permits",
                        "factor:水电气要素:Utilities",
                        "traffic:交通出行:Traffic",
                        "policy:政策兑现:Policies",
                        "other:其他:Other"),
                new FormField(
                        "said",
                        FieldKind.LONG_TEXT,
                        "诉求内容",
                        "What it is about",
                        null,
                        true,
                        null,
                        List.of(),
                        null,
                        null,
                        2000,
                        List.of(),
                        null,
                        List.of()),
                FormField.of("photos", FieldKind.FILE, "图片或者附件", false));
    }

    private static FormSection repair() {
        return section(
                "报修",
                "Repair",
                choice(
                        "what",
                        "报修类型",
                        "What",
                        "power:供电:Power",
                        "water:供水:Water",
                        "lift:电梯:Lift",
                        "road:道路路灯:Roads",
                        "leak:漏水:Leak"),
                address("site", "位置", "Place"),
                new FormField(
                        "said",
                        FieldKind.LONG_TEXT,
                        "情况描述",
                        "What is wrong",
                        null,
                        true,
                        null,
                        List.of(),
                        null,
                        null,
                        1000,
                        List.of(),
                        null,
                        List.of()),
                yesNo("urgent", "是否影响生产", "Stops production"));
    }

    private static FormSection section(String title, String english, FormField... fields) {
        return new FormSection(title, english, List.of(fields));
    }

    private static FormField field(
            String key,
            FieldKind kind,
            String label,
            @Nullable String english,
            boolean required,
            @Nullable String unit,
            @Nullable Integer longest) {
        return new FormField(
                key, kind, label, english, null, required, unit, List.of(), null, null, longest,
                List.of(), null, List.of());
    }

    private static FormField text(
            String key, String label, String english, boolean required, int longest) {
        return field(key, FieldKind.TEXT, label, english, required, null, longest);
    }

    private static FormField money(String key, String label, String english) {
        return field(key, FieldKind.MONEY, label, english, true, null, null);
    }

    private static FormField day(String key, String label, String english) {
        return field(key, FieldKind.DATE, label, english, true, null, null);
    }

    private static FormField address(String key, String label, String english) {
        return field(key, FieldKind.ADDRESS, label, english, true, null, null);
    }

    private static FormField yesNo(String key, String label, String english) {
        return field(key, FieldKind.YES_NO, label, english, true, null, null);
    }

    private static FormField number(
            String key,
            String label,
            String english,
            String unit,
            boolean required,
            long least,
            long most) {
        return new FormField(
                key,
                FieldKind.NUMBER,
                label,
                english,
                null,
                required,
                unit,
                List.of(),
                BigDecimal.valueOf(least),
                BigDecimal.valueOf(most),
                null,
                List.of(),
                null,
                List.of());
    }

    private static FormField choice(String key, String label, String english, String... choices) {
        return new FormField(
                key,
                FieldKind.CHOICE,
                label,
                english,
                null,
                true,
                null,
                choices(choices),
                null,
                null,
                null,
                List.of(),
                null,
                List.of());
    }

    private static FormField filled(
            String key, FieldKind kind, String label, String english, Prefill from) {
        return new FormField(
                key, kind, label, english, null, true, null, List.of(), null, null, 120, List.of(),
                from, List.of());
    }

    private static FormField table(String key, String label, String english, FormField... columns) {
        return new FormField(
                key,
                FieldKind.TABLE,
                label,
                english,
                null,
                true,
                null,
                List.of(),
                BigDecimal.ONE,
                BigDecimal.valueOf(50),
                null,
                List.of(columns),
                null,
                List.of());
    }

    private static FormField column(String key, FieldKind kind, String label) {
        return FormField.of(key, kind, label, true);
    }

    private static FormField when(FormField field, String other, String... values) {
        return new FormField(
                field.key(),
                field.kind(),
                field.label(),
                field.labelEn(),
                field.help(),
                field.required(),
                field.unit(),
                field.choices(),
                field.least(),
                field.most(),
                field.longest(),
                field.columns(),
                field.prefill(),
                List.of(new Condition(other, Comparison.IS, List.of(values))));
    }

    private static List<Choice> choices(String... all) {
        return List.of(all).stream()
                .map(one -> one.split(":"))
                .map(one -> new Choice(one[0], one[1], one[2]))
                .toList();
    }

    private static Material held(String key, String name, String english) {
        return new Material(
                key, name, english, 0, 1, true, false, true, "园区已有，无需提交", List.of(), List.of());
    }

    private static Material paper(
            String key,
            String name,
            String english,
            int originals,
            int copies,
            boolean required,
            boolean deferrable) {
        return new Material(
                key,
                name,
                english,
                originals,
                copies,
                required,
                deferrable,
                false,
                null,
                List.of(),
                List.of());
    }
}
