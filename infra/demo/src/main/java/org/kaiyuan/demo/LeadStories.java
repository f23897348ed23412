package org.kaiyuan.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.CatalogueClass;
import org.kaiyuan.leads.FollowupKind;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;

/** Makes up the leads of a zone: three years of an investment bureau, the same for the same seed and day. */
final class LeadStories {
    private static final Map<LeadStage, int[]> DAYS =
            Map.ofEntries(
                    Map.entry(LeadStage.CLUE, new int[] {2, 9}),
                    Map.entry(LeadStage.ASSESSMENT, new int[] {6, 30}),
                    Map.entry(LeadStage.NEGOTIATION, new int[] {25, 150}),
                    Map.entry(LeadStage.REVIEW, new int[] {10, 35}),
                    Map.entry(LeadStage.SIGNED, new int[] {15, 60}),
                    Map.entry(LeadStage.REGISTERED, new int[] {30, 100}),
                    Map.entry(LeadStage.LAND, new int[] {45, 120}),
                    Map.entry(LeadStage.CONSTRUCTION, new int[] {150, 330}),
                    Map.entry(LeadStage.PRODUCTION, new int[] {80, 180}),
                    Map.entry(LeadStage.ABOVE_SCALE, new int[] {90, 200}),
                    Map.entry(LeadStage.FULL_CAPACITY, new int[] {9999, 9999}));
    private static final Map<LeadStage, Double> LOST =
            Map.of(
                    LeadStage.CLUE, 0.22,
                    LeadStage.ASSESSMENT, 0.22,
                    LeadStage.NEGOTIATION, 0.24,
                    LeadStage.REVIEW, 0.10,
                    LeadStage.SIGNED, 0.05,
                    LeadStage.REGISTERED, 0.02);

    /** Days; who is silent much longer loses the lead to the pool within the first hour. */
    private static final int QUIET = 35;

    private static final List<String> REASONS =
            List.of("用地指标暂不能满足", "投资方资金安排调整", "选址其他地区", "环保准入条件不符", "对方内部决策暂缓", "电价与物流成本偏高");
    private static final List<String> ELSEWHERE =
            List.of("深圳", "苏州", "杭州", "宁波", "东莞", "上海", "武汉", "长沙", "合肥", "佛山", "无锡", "厦门");
    private static final List<String> KINDS_OF_PROJECT =
            List.of("生产基地项目", "产业化项目", "智能制造项目", "研发及生产项目", "西南总部及制造基地项目", "扩能项目");
    private static final List<String> TALKS =
            List.of(
                    "介绍园区产业政策和标准厂房情况，对方希望了解电价与用工成本",
                    "对方带队考察拟选地块，关注污水处理能力和双回路供电",
                    "就投资协议草案交换意见，对固定资产投资强度条款仍有分歧",
                    "电话沟通，对方董事会将于近期讨论选址",
                    "陪同拜访上游配套企业，对本地供应链表示认可",
                    "专题研究项目用能和环境容量，请经发、环保部门提出意见",
                    "对方反馈已完成内部可行性研究，计划本月再次来访",
                    "协调落实人才公寓和子女入学，对方表示满意",
                    "现场推进会，明确开工手续办理清单和责任人",
                    "回访投产情况，设备已到位八成，希望协调用工招聘");
    private static final List<String> NEXT =
            List.of("发送政策汇编", "约定第二次考察", "请律师审阅协议", "报送主任办公会", "核对用能数据", "回访并确认投资计划", "催办施工许可");
    private static final List<String> TAGS = List.of("重大项目", "链主配套", "增资扩产", "外资", "省重点", "专班推进");

    private final Draws draws;
    private final LocalDate today;
    private final List<DemoEnterprise> own;
    private final Iterator<DemoEnterprise> investors;
    private final Set<UUID> taken = new HashSet<>();
    private final long firstOrdinal;

    private LeadStories(
            Draws draws,
            LocalDate today,
            List<DemoEnterprise> own,
            Iterator<DemoEnterprise> investors,
            long firstOrdinal) {
        this.draws = draws;
        this.today = today;
        this.own = own;
        this.investors = investors;
        this.firstOrdinal = firstOrdinal;
    }

    /**
     * Stories of one zone.
     *
     * @param own the zone's enterprises, of which some came of a lead
     */
    static List<LeadStory> of(
            int position, LocalDate today, List<DemoEnterprise> own, int many, long seed) {
        var investors =
                EnterpriseGenerator.of(
                                Place.sample(position + 5),
                                seed + 1,
                                90_000_000L + position * 10_000L)
                        .stream(many * 3L)
                        .filter(one -> one.creditCode() != null && one.leadingIndustry() != null)
                        .iterator();
        var stories =
                new LeadStories(
                        new Draws(seed), today, own, investors, 50_000_000L + position * 1_000L);
        var all = new ArrayList<LeadStory>();
        for (int i = 0; i < many; i++) {
            all.add(stories.next(i, many));
        }
        return all;
    }

    private LeadStory next(int number, int many) {
        // the older three quarters of three years are spread evenly, the last months are denser
        long age = Math.round(1095 * Math.pow(1 - number / (double) many, 1.3));
        var registered = today.minusDays(age);
        var steps = new ArrayList<LeadStory.Step>();
        var stage = LeadStage.CLUE;
        var on = registered;
        @Nullable LeadState ended = null;
        @Nullable LocalDate endedOn = null;
        steps.add(new LeadStory.Step(stage, on));
        while (stage != LeadStage.FULL_CAPACITY) {
            var days = Objects.requireNonNull(DAYS.get(stage));
            var until = on.plusDays(draws.between(days[0], days[1]));
            if (until.isAfter(today)) {
                break;
            }
            if (draws.chance(LOST.getOrDefault(stage, 0.0))) {
                ended =
                        draws.chance(0.5)
                                ? LeadState.ENDED
                                : draws.chance(0.6) ? LeadState.PAUSED : LeadState.TRANSFERRED;
                endedOn = until;
                break;
            }
            stage = LeadStage.values()[stage.ordinal() + 1];
            on = until;
            steps.add(new LeadStory.Step(stage, on));
        }
        var investor = investors.next();
        boolean pool = !stage.isSigned() && ended == null && draws.chance(0.08);
        var talks = talks(steps, endedOn);
        var enterprise = stage.compareTo(LeadStage.REGISTERED) >= 0 ? ownOf(investor) : null;
        return new LeadStory(
                draws.id(firstOrdinal + number),
                investor,
                profile(investor, stage, ended, steps.getLast().on()),
                registered,
                steps,
                ended,
                ended == null ? null : draws.oneOf(REASONS),
                endedOn,
                pool ? null : draws.below(4),
                talks,
                enterprise);
    }

    private @Nullable DemoEnterprise ownOf(DemoEnterprise investor) {
        for (var one : own) {
            if (one.leadingIndustry() != null
                    && one.leadingIndustry().equals(investor.leadingIndustry())
                    && one.creditCode() != null
                    && taken.add(one.id())) {
                return one;
            }
        }
        return null;
    }

    private LeadProfile profile(
            DemoEnterprise investor, LeadStage stage, @Nullable LeadState ended, LocalDate since) {
        var product = investor.products().split("[、,,;;]")[0];
        var city = draws.oneOf(ELSEWHERE);
        var name = elsewhere(investor, city);
        boolean foreign = draws.chance(0.06);
        boolean known = stage != LeadStage.CLUE;
        long total = Math.max(20, Math.round(draws.around(240, 1.0) / 10) * 10) * 1_000_000L;
        boolean chemical = "绿色化工".equals(investor.subIndustry());
        boolean floor = draws.chance(0.3);
        var land = floor ? null : decimal(Math.max(10, total / 3_500_000) * 10000 / 15);
        var draft =
                LeadDraft.named(mark(name) + product + draws.oneOf(KINDS_OF_PROJECT))
                        .way(way(foreign))
                        .summary("拟投资建设" + product + "生产线及配套设施，分两期实施。")
                        .introducer(draws.chance(0.2) ? "市驻外招商分局" : null)
                        .leadingIndustry(investor.leadingIndustry())
                        .subIndustry(investor.subIndustry())
                        .totalInvestment(decimal(total))
                        .investors(
                                List.of(
                                        new InvestorLine(
                                                null,
                                                foreign
                                                        ? "Nordhaven " + mark(name) + " Industries"
                                                        : name,
                                                null,
                                                foreign
                                                        ? "HRB " + draws.between(10_000, 99_999)
                                                        : null,
                                                foreign
                                                        ? draws.oneOf(
                                                                List.of("DE", "JP", "KR", "SG"))
                                                        : "CN",
                                                draws.chance(0.03),
                                                draws.chance(0.12),
                                                draws.chance(0.10),
                                                null)))
                        .contacts(contact(investor))
                        .confidential(draws.chance(0.03))
                        .tags(draws.chance(0.25) ? Set.of(draws.oneOf(TAGS)) : Set.of());
        if (known) {
            draft.industryCode(investor.industryCode())
                    .catalogueClass(
                            draws.chance(0.6)
                                    ? CatalogueClass.ENCOURAGED
                                    : CatalogueClass.PERMITTED)
                    .fixedInvestment(decimal(total * draws.between(55, 80) / 100))
                    .wantedLandM2(land)
                    .wantedFloorM2(floor ? decimal(draws.between(20, 300) * 100L) : null)
                    .expectedRevenueYuan(decimal(total * draws.between(110, 220) / 100))
                    .expectedTaxYuan(decimal(total * draws.between(4, 10) / 100))
                    .expectedJobs(draws.between(40, 900))
                    .energyTce(decimal(draws.between(300, 9_000)))
                    .powerKva(decimal(draws.between(8, 160) * 100L))
                    .chemical(chemical)
                    .riverDistanceM(chemical ? draws.between(1_500, 9_000) : null)
                    .inChemicalPark(chemical ? true : null)
                    .environmentalZoning("重点管控单元，符合生态环境准入清单");
        }
        boolean going = ended == null && stage != LeadStage.FULL_CAPACITY;
        draft.probability(going ? Math.min(95, 15 + 15 * stage.ordinal()) : null);
        if (going && draws.chance(0.8)) {
            draft.nextAction(draws.oneOf(NEXT)).nextActionOn(today.plusDays(draws.between(-4, 16)));
        }
        return draft.profile();
    }

    private InvestmentWay way(boolean foreign) {
        return foreign
                ? InvestmentWay.OVERSEAS
                : draws.oneOf(
                        List.of(
                                InvestmentWay.CHAIN,
                                InvestmentWay.CHAIN,
                                InvestmentWay.CHAIN,
                                InvestmentWay.REFERRAL,
                                InvestmentWay.REFERRAL,
                                InvestmentWay.EXHIBITION,
                                InvestmentWay.EXHIBITION,
                                InvestmentWay.STATIONED,
                                InvestmentWay.ENTRUSTED,
                                InvestmentWay.FUND,
                                InvestmentWay.WALK_IN));
    }

    private static List<LeadContact> contact(DemoEnterprise investor) {
        return investor.contacts().stream()
                .limit(1)
                .map(c -> new LeadContact(null, c.name(), c.position(), c.phone(), c.email()))
                .toList();
    }

    private List<LeadStory.Talk> talks(List<LeadStory.Step> steps, @Nullable LocalDate endedOn) {
        var talks = new ArrayList<LeadStory.Talk>();
        var last = endedOn == null ? today : endedOn;
        var on = steps.getFirst().on().plusDays(draws.between(0, 2));
        while (!on.isAfter(last) && talks.size() < 14) {
            talks.add(
                    new LeadStory.Talk(
                            draws.oneOf(List.of(FollowupKind.values()).subList(0, 5)),
                            on,
                            draws.oneOf(TALKS)));
            on = on.plusDays(draws.between(5, talks.size() < 8 ? 24 : 75));
        }
        boolean open =
                endedOn == null && steps.getLast().stage().compareTo(LeadStage.PRODUCTION) < 0;
        if (open && !talks.isEmpty() && talks.getLast().on().isBefore(today.minusDays(QUIET))) {
            talks.add(
                    new LeadStory.Talk(
                            FollowupKind.CALL,
                            today.minusDays(2 + talks.size() % 9),
                            TALKS.get(3)));
        }
        return talks;
    }

    private static String elsewhere(DemoEnterprise investor, String city) {
        var name = investor.name().replaceAll("(四川省?|[(（]四川[)）])", "");
        var bare = name.replace(investor.city(), "").replace("市", "");
        return city + bare.replaceAll("[(（].*?[)）]", "");
    }

    private static String mark(String name) {
        return name.substring(2, Math.min(name.length(), 4));
    }

    private static BigDecimal decimal(long number) {
        return BigDecimal.valueOf(number);
    }
}
