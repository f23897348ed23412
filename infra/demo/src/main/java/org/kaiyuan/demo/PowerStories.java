package org.kaiyuan.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BoundaryShare;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.Duty;
import org.kaiyuan.delegation.DutyStep;
import org.kaiyuan.delegation.EmpowermentArea;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.platform.persistence.UuidV7;

/**
 * Made-up lists of powers over real matters: who is said to hold what, since when and on which paper is invented.
 *
 * <p>Each list has several editions, with recalls, changes, an expiry, and powers that are yet to come.
 */
final class PowerStories {
    /** A matter, its code and name real. */
    record DemoMatter(
            MatterId id,
            String code,
            String name,
            MatterKind kind,
            String field,
            String department) {}

    /** A paper; its number is made up. */
    record DemoPaper(
            UUID id, boolean letter, String number, String title, String issuer, LocalDate on) {}

    /** A batch with its policies. */
    record DemoBatch(int number, String title, LocalDate on) {}

    /** A list, edition by edition; each says everything that it says. */
    static final class DemoList {
        final UUID id = UuidV7.next();
        final PowerListKind kind;
        final String title;
        final List<LocalDate> published = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        final List<Map<EntryId, EntryNote>> editions = new ArrayList<>();
        final List<DemoBatch> batches = new ArrayList<>();

        DemoList(PowerListKind kind, String title) {
            this.kind = kind;
            this.title = title;
        }

        private Map<EntryId, EntryNote> next(LocalDate on, String note) {
            Map<EntryId, EntryNote> said =
                    new LinkedHashMap<>(editions.isEmpty() ? Map.of() : editions.getLast());
            published.add(on);
            notes.add(note);
            editions.add(said);
            return said;
        }
    }

    final List<DemoMatter> matters = new ArrayList<>();
    final List<DemoPaper> papers = new ArrayList<>();
    final List<DemoList> lists = new ArrayList<>();

    private final String zone;
    private final String city;
    private final LocalDate today;
    private final Draws draws;

    private PowerStories(String zone, String city, LocalDate today, Draws draws) {
        this.zone = zone;
        this.city = city;
        this.today = today;
        this.draws = draws;
    }

    /** @param whole all six kinds of lists; else one 赋权清单, for comparison */
    static PowerStories of(String zone, String city, LocalDate today, boolean whole, Draws draws) {
        var stories = new PowerStories(zone, city, today, draws);
        stories.matters();
        stories.empowerment(whole);
        if (whole) {
            stories.powersAndDuties();
            stories.entrustment();
            stories.services();
            stories.boundaries();
        }
        return stories;
    }

    private void matters() {
        for (var row : SeedFile.read("matters.csv").rows()) {
            matters.add(
                    new DemoMatter(
                            MatterId.next(),
                            row.get("code"),
                            row.get("name"),
                            MatterKind.valueOf(row.get("kind")),
                            row.get("field"),
                            row.get("department")));
        }
    }

    private void empowerment(boolean whole) {
        var list = new DemoList(PowerListKind.EMPOWERMENT, zone + "集成授权赋权清单");
        lists.add(list);
        var powers =
                matters.stream()
                        .filter(one -> one.kind() != MatterKind.SERVICE)
                        .filter(one -> draws.chance(whole ? 0.42 : 0.5))
                        .limit(whole ? 56 : 48)
                        .toList();
        var first = today.minusMonths(29);
        var one = decision("〔" + first.getYear() + "〕12号", "关于赋予" + zone + "第一批市级管理权限的决定", first);
        list.batches.add(new DemoBatch(1, "第一批集成授权", first));
        var edition = list.next(first.plusDays(12), "第一批集成授权事项");
        for (var power : powers.subList(0, Math.min(28, powers.size()))) {
            edition.put(EntryId.next(), grant(power, one, 1, null));
        }
        var second = today.minusMonths(18);
        var two = decision("〔" + second.getYear() + "〕31号", "关于赋予" + zone + "第二批市级管理权限的决定", second);
        list.batches.add(new DemoBatch(2, "第二批集成授权", second));
        edition = list.next(second.plusDays(9), "第二批集成授权事项；三项调整承接主体");
        for (var power : powers.subList(Math.min(28, powers.size()), Math.min(42, powers.size()))) {
            // one of them for three quarters of a year only: by now it has run out
            edition.put(
                    EntryId.next(),
                    grant(
                            power,
                            two,
                            2,
                            edition.size() % 14 == 0 ? second.plusDays(30).plusMonths(15) : null));
        }
        int changed = 0;
        for (var entry : List.copyOf(edition.entrySet())) {
            if (changed < 3 && draws.chance(0.2)) {
                edition.put(entry.getKey(), moved(entry.getValue()));
                changed++;
            }
        }
        var third = today.minusMonths(5);
        var three = decision("〔" + third.getYear() + "〕8号", "关于调整" + zone + "部分市级管理权限的决定", third);
        list.batches.add(new DemoBatch(3, "第三批集成授权", third));
        edition = list.next(third.plusDays(7), "收回两项，登记一项到期，新增第三批事项");
        end(edition, three, third.plusDays(30));
        for (var power : powers.subList(Math.min(42, powers.size()), powers.size())) {
            edition.put(EntryId.next(), grant(power, three, 3, null));
        }
    }

    /** Two are recalled; one that has run out is said to have. */
    private void end(Map<EntryId, EntryNote> edition, DemoPaper paper, LocalDate on) {
        int recalled = 0;
        for (var entry : List.copyOf(edition.entrySet())) {
            var note = entry.getValue();
            var expires = note.expiresOn();
            if (expires != null && expires.isBefore(today)) {
                edition.put(
                        EntryId.next(),
                        ending(entry.getKey(), note, EntryAct.EXPIRY, expires.plusDays(1), null));
            } else if (recalled < 2 && draws.chance(0.12)) {
                edition.put(
                        EntryId.next(), ending(entry.getKey(), note, EntryAct.RECALL, on, paper));
                recalled++;
            }
        }
    }

    private void powersAndDuties() {
        var powers = new DemoList(PowerListKind.POWERS, zone + "权力清单");
        var duties = new DemoList(PowerListKind.DUTIES, zone + "责任清单");
        lists.add(powers);
        lists.add(duties);
        var own =
                matters.stream()
                        .filter(one -> one.kind() != MatterKind.SERVICE)
                        .filter(one -> draws.chance(0.4))
                        .limit(40)
                        .toList();
        var taken = new HashSet<MatterId>();
        lists.getFirst().editions.getLast().values().forEach(note -> taken.add(note.matter()));
        var free = own.stream().filter(one -> !taken.contains(one.id())).toList();
        for (int edition = 0; edition < 3; edition++) {
            var on = today.minusMonths(24 - edition * 9L);
            var said = edition == 0 ? "按部门职责编制" : edition == 1 ? "机构改革后调整" : "年度动态调整";
            var held = powers.next(on, said);
            var answered = duties.next(on, said);
            int upTo = free.size() * (edition + 2) / 4;
            for (var power : free.subList(held.size(), Math.max(held.size(), upTo))) {
                var body = body(power);
                held.put(EntryId.next(), own(power, body, on, EntryNote.Particulars.NONE));
                answered.put(
                        EntryId.next(),
                        own(
                                power,
                                body,
                                on,
                                new EntryNote.Particulars(null, null, steps(power), List.of())));
            }
        }
    }

    private void entrustment() {
        var list = new DemoList(PowerListKind.ENTRUSTMENT, zone + "委托清单");
        var taken = new HashSet<MatterId>();
        lists.forEach(
                one -> one.editions.getLast().values().forEach(note -> taken.add(note.matter())));
        lists.add(list);
        var free =
                matters.stream()
                        .filter(one -> one.kind() == MatterKind.PERMIT)
                        .filter(one -> !taken.contains(one.id()))
                        .limit(8)
                        .toList();
        for (int edition = 0; edition < 3; edition++) {
            var on = today.minusMonths(20 - edition * 7L);
            var letter =
                    paper(
                            true,
                            city + "委托〔" + on.getYear() + "〕" + (edition + 3) + "号",
                            "行政许可委托书",
                            city + "市行政审批局",
                            on);
            var said = list.next(on.plusDays(5), edition == 0 ? "首批委托" : "增加委托事项");
            for (var power :
                    free.subList(
                            Math.min(free.size(), edition * 2),
                            Math.min(free.size(), edition * 2 + 3))) {
                if (said.values().stream().noneMatch(note -> note.matter().equals(power.id()))) {
                    said.put(
                            EntryId.next(),
                            new EntryNote(
                                    power.id(),
                                    EntryAct.GRANT,
                                    null,
                                    city + "市行政审批局",
                                    zone + "行政审批局",
                                    DelegationMode.ENTRUSTED,
                                    EntryNote.Scope.ALL,
                                    new EntryNote.Days(on, null, on.plusYears(5)),
                                    EntryNote.Paper.NONE,
                                    new EntryNote.Paper(letter.id(), letter.number(), null, null),
                                    EntryNote.Particulars.NONE,
                                    null));
                }
            }
        }
    }

    private void services() {
        var list = new DemoList(PowerListKind.SERVICES, zone + "公共服务清单");
        lists.add(list);
        var on = today.minusMonths(14);
        var said = list.next(on, "首次公布");
        matters.stream()
                .filter(one -> one.kind() == MatterKind.SERVICE)
                .forEach(one ->
                        said.put(
                                EntryId.next(),
                                own(one, zone + "企业服务中心", on, EntryNote.Particulars.NONE)));
    }

    private void boundaries() {
        var list = new DemoList(PowerListKind.BOUNDARIES, zone + "职责边界清单");
        lists.add(list);
        var on = today.minusMonths(11);
        var said = list.next(on, "管委会、属地政府与运营公司三方会签");
        matters.stream()
                .filter(one -> one.field().equals("工程建设") || one.field().equals("安全生产"))
                .filter(one -> draws.chance(0.3))
                .limit(14)
                .forEach(one ->
                        said.put(
                                EntryId.next(),
                                own(
                                        one,
                                        zone + "管委会",
                                        on,
                                        new EntryNote.Particulars(
                                                null, null, List.of(), shares()))));
    }

    private List<BoundaryShare> shares() {
        boolean committee = draws.chance(0.7);
        return List.of(
                new BoundaryShare(
                        BoundaryShare.Party.COMMITTEE,
                        committee ? BoundaryShare.Part.DECIDES : BoundaryShare.Part.CONSULTED,
                        null),
                new BoundaryShare(
                        BoundaryShare.Party.LOCAL_GOVERNMENT,
                        committee ? BoundaryShare.Part.CONSULTED : BoundaryShare.Part.DECIDES,
                        null),
                new BoundaryShare(
                        BoundaryShare.Party.OPERATING_COMPANY,
                        draws.chance(0.5)
                                ? BoundaryShare.Part.CARRIES_OUT
                                : BoundaryShare.Part.INFORMED,
                        null));
    }

    private EntryNote grant(
            DemoMatter power, DemoPaper paper, int batch, @Nullable LocalDate expires) {
        var mode =
                draws.chance(0.75)
                        ? DelegationMode.DIRECT
                        : draws.chance(0.5)
                                ? DelegationMode.BRANCH
                                : draws.chance(0.5)
                                        ? DelegationMode.REPORT
                                        : DelegationMode.COUNTER;
        var effective = mode == DelegationMode.DIRECT ? paper.on().plusDays(30) : paper.on();
        boolean later = batch == 3 && draws.chance(0.3);
        return new EntryNote(
                power.id(),
                EntryAct.GRANT,
                null,
                authority(power),
                body(power),
                mode,
                new EntryNote.Scope(
                        draws.chance(0.08) ? "北区" : null,
                        null,
                        power.field().equals("投资立项") && draws.chance(0.4)
                                ? new BigDecimal("300000000")
                                : null,
                        null),
                new EntryNote.Days(
                        later ? today.plusMonths(2) : effective,
                        paper.on().plusDays(40),
                        expires != null ? expires : paper.on().plusDays(30).plusYears(5)),
                new EntryNote.Paper(paper.id(), paper.number(), paper.on(), paper.issuer()),
                EntryNote.Paper.NONE,
                new EntryNote.Particulars(area(power), batch, List.of(), List.of()),
                null);
    }

    private EntryNote moved(EntryNote note) {
        return new EntryNote(
                note.matter(),
                note.act(),
                note.ends(),
                note.originalAuthority(),
                zone + "综合服务中心",
                note.mode(),
                note.scope(),
                note.days(),
                note.document(),
                note.letter(),
                note.particulars(),
                "承接主体因机构调整变更");
    }

    private static EntryNote ending(
            EntryId grant, EntryNote note, EntryAct act, LocalDate on, @Nullable DemoPaper paper) {
        return new EntryNote(
                note.matter(),
                act,
                grant,
                note.originalAuthority(),
                note.receivingBody(),
                note.mode(),
                note.scope(),
                EntryNote.Days.from(on),
                paper == null
                        ? EntryNote.Paper.NONE
                        : new EntryNote.Paper(
                                paper.id(), paper.number(), paper.on(), paper.issuer()),
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }

    private static EntryNote own(
            DemoMatter power, String body, LocalDate on, EntryNote.Particulars more) {
        return new EntryNote(
                power.id(),
                EntryAct.GRANT,
                null,
                body,
                body,
                DelegationMode.DIRECT,
                EntryNote.Scope.ALL,
                EntryNote.Days.from(on),
                EntryNote.Paper.NONE,
                EntryNote.Paper.NONE,
                more,
                null);
    }

    private List<Duty> steps(DemoMatter power) {
        var about = "“" + power.name() + "”";
        var accountability = "不履行或者不正确履行职责的，依法依规追究直接责任人员和负有责任的领导人员的责任";
        return List.of(
                new Duty(
                        DutyStep.FILING,
                        "受理" + about + "的申请或者线索，材料齐全、符合形式的当场登记，不予受理的书面说明理由。",
                        accountability),
                new Duty(
                        DutyStep.INVESTIGATION,
                        "指派两名以上工作人员核查材料和现场，制作记录，与当事人有利害关系的回避。",
                        accountability),
                new Duty(DutyStep.HEARING, "审理事实、证据和法律适用，重大复杂的集体讨论；依法应当听证的组织听证。", accountability),
                new Duty(DutyStep.NOTIFICATION, "作出决定前告知拟作出的决定、理由、依据和陈述申辩的权利。", accountability),
                new Duty(DutyStep.DECISION, "在承诺期限内作出决定，不予许可或者给予处理的说明理由和救济途径。", accountability),
                new Duty(DutyStep.DELIVERY, "自决定之日起十日内送达，并按规定公开结果。", accountability));
    }

    private String authority(DemoMatter power) {
        return city + "市" + department(power);
    }

    /** 区行政审批局 is 行政审批局. */
    static String department(DemoMatter power) {
        var department = power.department();
        return department.startsWith("区") ? department.substring(1) : department;
    }

    private String body(DemoMatter power) {
        return switch (power.field()) {
            case "投资立项", "商事登记" -> zone + "行政审批局";
            case "规划用地", "工程建设" -> zone + "自然资源和建设局";
            case "安全生产" -> zone + "应急管理局";
            case "生态水务" -> zone + "生态环境和水务局";
            default -> zone + "综合服务中心";
        };
    }

    private EmpowermentArea area(DemoMatter power) {
        return switch (power.field()) {
            case "规划用地" -> EmpowermentArea.LAND;
            case "投资立项" -> EmpowermentArea.INDUSTRY;
            case "商事登记", "工程建设" -> EmpowermentArea.GOVERNMENT_SERVICES;
            case "安全生产" -> EmpowermentArea.INDUSTRY;
            default -> draws.chance(0.3) ? EmpowermentArea.FINANCE : EmpowermentArea.INNOVATION;
        };
    }

    private DemoPaper decision(String number, String title, LocalDate on) {
        return paper(false, city + "府发" + number, title, city + "市人民政府", on);
    }

    private DemoPaper paper(
            boolean letter, String number, String title, String issuer, LocalDate on) {
        var paper = new DemoPaper(UuidV7.next(), letter, number, title, issuer, on);
        papers.add(paper);
        return paper;
    }
}
