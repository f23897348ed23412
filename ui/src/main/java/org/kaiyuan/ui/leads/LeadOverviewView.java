package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.leads.FigureCount;
import org.kaiyuan.leads.FigureGroup;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.LeadFigures;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadFunnel;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadQuestion;
import org.kaiyuan.leads.LeadRates;
import org.kaiyuan.leads.LeadRules;
import org.kaiyuan.leads.LeadRulesKeeping;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Chart;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.FigureTable;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** The director's page: funnel, rates, what to look at. Which leads it is about stands in the address. */
@Route("leads/overview")
@RolesAllowed(LeadPermissions.FIGURES)
class LeadOverviewView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int MOST_BARS = 15;

    final DayField from = new DayField();
    final DayField to = new DayField();
    final Select<InvestmentWay> way = new Select<>();
    final Select<String> industry = new Select<>();
    final ComboBox<ZonePeople.Colleague> owner = new ComboBox<>();
    final Select<FigureGroup> by = new Select<>();
    final Select<Integer> year = new Select<>();
    final Div attention = new Div();
    final Section funnel = new Section();
    final Section groups = new Section();
    final Section rates = new Section();

    private final transient LeadFigures figures;
    private final transient LeadRulesKeeping rules;
    private final transient ZonePeople people;
    private final transient CurrentPerson person;
    private final transient Messages messages;
    private final transient Clock clock;
    private transient LeadFilter filter = LeadFilter.ALL;

    LeadOverviewView(
            LeadFigures figures,
            LeadRulesKeeping rules,
            ZonePeople people,
            CurrentPerson person,
            Messages messages,
            Clock clock) {
        this.figures = figures;
        this.rules = rules;
        this.people = people;
        this.person = person;
        this.messages = messages;
        this.clock = clock;
        addClassNames("detail-page", "figures-page");
        var head = new Div(new H1(getTranslation("ui.leads.overview")));
        head.addClassName("page-head");
        attention.addClassNames("key-figures", "attention");
        add(
                head,
                new Paragraph(getTranslation("ui.leads.overview.detail")),
                bar(),
                attention,
                funnel,
                groups,
                rates);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        filter = LeadQuestion.of(asked.getParameters()).filter();
        from.setValue(filter.registeredFrom());
        to.setValue(filter.registeredTo());
        way.setValue(filter.way());
        var leading = filter.leadingIndustry();
        industry.setValue(
                leading != null && Industries.leading().contains(leading) ? leading : null);
        owner.setValue(
                filter.owner() == null
                        ? null
                        : people.of(List.of(filter.owner())).stream().findFirst().orElse(null));
        by.setValue(groupOf(asked.getSingleParameter("by").orElse("")));
        year.setValue(yearOf(asked.getSingleParameter("year").orElse("")));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.leads.overview") + " · " + getTranslation("ui.product");
    }

    private Component bar() {
        from.setLabel(getTranslation("ui.leads.figures.from"));
        to.setLabel(getTranslation("ui.leads.figures.to"));
        from.setClearButtonVisible(true);
        to.setClearButtonVisible(true);
        way.setLabel(getTranslation("ui.leads.figures.way"));
        way.setItems(InvestmentWay.values());
        way.setEmptySelectionAllowed(true);
        way.setEmptySelectionCaption(getTranslation("ui.leads.figures.any"));
        way.setItemLabelGenerator(one ->
                one == null
                        ? getTranslation("ui.leads.figures.any")
                        : messages.of(getLocale(), one));
        industry.setLabel(getTranslation("ui.leads.figures.industry"));
        industry.setItems(Industries.leading());
        industry.setEmptySelectionAllowed(true);
        industry.setEmptySelectionCaption(getTranslation("ui.leads.figures.any"));
        industry.setItemLabelGenerator(
                one -> one == null ? getTranslation("ui.leads.figures.any") : one);
        owner.setLabel(getTranslation("ui.leads.figures.owner"));
        owner.setPlaceholder(getTranslation("ui.leads.figures.any"));
        owner.setClearButtonVisible(true);
        owner.setItemLabelGenerator(ZonePeople.Colleague::displayName);
        owner.setItems(query -> {
            int skipped = query.getOffset();
            int limit = query.getLimit();
            return skipped > 0 || limit == 0
                    ? Stream.empty()
                    : people.find(query.getFilter().orElse(""), limit).stream();
        });
        by.setLabel(getTranslation("ui.leads.figures.by"));
        by.setItems(FigureGroup.values());
        by.setItemLabelGenerator(one -> messages.of(getLocale(), one));
        year.setLabel(getTranslation("ui.leads.figures.year"));
        int now = LocalDate.now(clock).getYear();
        year.setItems(IntStream.range(0, 10).mapToObj(i -> now - i).toList());
        year.setItemLabelGenerator(one -> Integer.toString(one));
        for (HasValue<?, ?> field :
                List.<HasValue<?, ?>>of(from, to, way, industry, owner, by, year)) {
            follow(field);
        }
        var bar = new Div(from, to, way, industry, owner, by, year);
        bar.addClassName("filter-bar");
        return bar;
    }

    private <E extends HasValue.ValueChangeEvent<V>, V> void follow(HasValue<E, V> field) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask();
            }
        });
    }

    /** What the fields say goes into the address; the page follows it. */
    void ask() {
        var chosen = owner.getValue();
        var wanted =
                filter.but()
                        .registeredFrom(from.getValue())
                        .registeredTo(to.getValue())
                        .way(way.getValue())
                        .leadingIndustry(industry.getValue())
                        .owner(chosen == null ? null : chosen.username())
                        .filter();
        Map<String, List<String>> asked =
                new LinkedHashMap<>(LeadQuestion.ALL.with(wanted).parameters());
        asked.put("by", List.of(by.getValue().name()));
        asked.put("year", List.of(year.getValue().toString()));
        getUI().ifPresent(ui -> ui.navigate(LeadOverviewView.class, new QueryParameters(asked)));
    }

    private void refresh() {
        var zone = person.may(LeadPermissions.READ) ? rules.rules() : LeadRules.DEFAULT;
        var found = figures.funnel(filter, by.getValue());
        showAttention();
        showFunnel(found.whole(), zone);
        showGroups(found.groups());
        showRates(figures.rates(year.getValue(), filter));
    }

    private void showAttention() {
        var now = figures.attention(filter);
        attention.removeAll();
        attention.add(
                tile("overdue", now.overdue()),
                tile("silent", now.silent()),
                tile("stuck", now.stuck()),
                tile("pooled", now.pooled()));
    }

    private Component tile(String what, FigureCount count) {
        var figure = new Span(Shown.figure(count.leads()));
        figure.addClassName("figure");
        var name = new Span(getTranslation("ui.leads.attention." + what));
        name.addClassName("what");
        var sum = new Span(getTranslation("ui.leads.figures.inYi", FigureWords.yi(count.yuan())));
        sum.addClassName("what");
        var tile = new Anchor(FigureWords.address(count.behind()), "");
        tile.getElement().setAttribute("router-link", true);
        tile.setTitle(getTranslation("ui.leads.attention." + what + ".detail"));
        tile.add(name, figure, sum);
        tile.addClassNames("key-figure", "tile", what);
        tile.getElement().getClassList().set("none", count.leads() == 0);
        return tile;
    }

    private void showFunnel(LeadFunnel.Group whole, LeadRules zone) {
        funnel.removeAll();
        funnel.add(new H2(getTranslation("ui.leads.funnel")));
        if (whole.leads() == 0) {
            funnel.add(new EmptyState(Glyph.Of.FILTER, getTranslation("ui.leads.figures.nothing")));
            return;
        }
        var shown =
                whole.steps().stream()
                        .filter(step -> !zone.isHidden(step.stage()) || step.reached() > 0)
                        .toList();
        var chart = new Chart(getTranslation("ui.leads.funnel"));
        chart.show(
                Chart.Kind.FUNNEL,
                shown.stream().map(step -> named(step.stage(), zone)).toList(),
                List.of(
                        new Chart.Series(
                                getTranslation("ui.leads.funnel.reached"),
                                shown.stream().map(LeadFunnel.Step::reached).toList())),
                "");
        chart.addPickListener(picked -> {
            if (picked.index() >= 0 && picked.index() < shown.size()) {
                open(FigureWords.address(shown.get(picked.index()).reachedBehind()));
            }
        });
        var table =
                new FigureTable(
                        getTranslation("ui.leads.funnel"),
                        words(
                                "stage",
                                "reached",
                                "sum",
                                "conversion",
                                "now",
                                "nowSum",
                                "median",
                                "mean"));
        for (var step : shown) {
            var name = named(step.stage(), zone);
            table.row(
                    name,
                    FigureTable.link(
                            Shown.figure(step.reached()),
                            FigureWords.address(step.reachedBehind()),
                            name + " " + getTranslation("ui.leads.funnel.reached")),
                    FigureWords.yi(step.reachedYuan()),
                    FigureWords.percent(step.conversion()),
                    FigureTable.link(
                            Shown.figure(step.now()),
                            FigureWords.address(step.nowBehind()),
                            name + " " + getTranslation("ui.leads.funnel.now")),
                    FigureWords.yi(step.nowYuan()),
                    FigureWords.days(step.medianDays()),
                    FigureWords.days(step.meanDays()));
        }
        funnel.add(beside(chart, table), note("ui.leads.funnel.note"));
    }

    private void showGroups(List<LeadFunnel.Group> parts) {
        groups.removeAll();
        groups.setVisible(!parts.isEmpty());
        if (parts.isEmpty()) {
            return;
        }
        var title = getTranslation("ui.leads.groups", messages.of(getLocale(), by.getValue()));
        var drawn = parts.stream().limit(MOST_BARS).toList();
        var chart = new Chart(title);
        chart.show(
                Chart.Kind.BARS,
                drawn.stream().map(this::named).toList(),
                List.of(
                        new Chart.Series(
                                getTranslation("ui.leads.groups.leads"),
                                drawn.stream().map(LeadFunnel.Group::leads).toList()),
                        new Chart.Series(
                                messages.of(getLocale(), LeadStage.SIGNED),
                                drawn.stream()
                                        .map(part -> part.at(LeadStage.SIGNED).reached())
                                        .toList())),
                "");
        chart.addPickListener(picked -> {
            if (picked.index() >= 0 && picked.index() < drawn.size()) {
                open(FigureWords.address(drawn.get(picked.index()).behind()));
            }
        });
        var table =
                new FigureTable(
                        title,
                        List.of(
                                messages.of(getLocale(), by.getValue()),
                                getTranslation("ui.leads.groups.leads"),
                                getTranslation("ui.leads.funnel.sum"),
                                messages.of(getLocale(), LeadStage.NEGOTIATION),
                                messages.of(getLocale(), LeadStage.SIGNED),
                                getTranslation("ui.leads.groups.signedYi"),
                                getTranslation("ui.leads.groups.rate"),
                                messages.of(getLocale(), LeadStage.CONSTRUCTION),
                                messages.of(getLocale(), LeadStage.PRODUCTION)));
        for (var part : parts) {
            var name = named(part);
            var signed = part.at(LeadStage.SIGNED);
            table.row(
                    name,
                    FigureTable.link(
                            Shown.figure(part.leads()), FigureWords.address(part.behind()), name),
                    FigureWords.yi(part.yuan()),
                    reached(name, part, LeadStage.NEGOTIATION),
                    reached(name, part, LeadStage.SIGNED),
                    FigureWords.yi(signed.reachedYuan()),
                    FigureWords.percent(
                            part.leads() == 0
                                    ? null
                                    : Math.round(1000.0 * signed.reached() / part.leads()) / 10.0),
                    reached(name, part, LeadStage.CONSTRUCTION),
                    reached(name, part, LeadStage.PRODUCTION));
        }
        groups.add(new H2(title), beside(chart, table));
        if (parts.size() > MOST_BARS) {
            groups.add(note("ui.leads.groups.note", Integer.toString(MOST_BARS)));
        }
    }

    private Component reached(String name, LeadFunnel.Group part, LeadStage stage) {
        var step = part.at(stage);
        return FigureTable.link(
                Shown.figure(step.reached()),
                FigureWords.address(step.reachedBehind()),
                name + " " + messages.of(getLocale(), stage));
    }

    private void showRates(LeadRates now) {
        rates.removeAll();
        var title = getTranslation("ui.leads.rates", Integer.toString(now.year()));
        rates.add(new H2(title));
        var parts = List.of(now.fresh(), now.carried(), now.all());
        var names =
                List.of(
                        getTranslation("ui.leads.rates.fresh"),
                        getTranslation("ui.leads.rates.carried"),
                        getTranslation("ui.leads.rates.all"));
        var table = new FigureTable(title, headed(names));
        table.row(
                getTranslation("ui.leads.rates.signed"),
                parts.stream()
                        .map(part ->
                                FigureTable.two(
                                        FigureTable.link(
                                                Shown.figure(part.signed().leads()),
                                                FigureWords.address(part.signed().behind()),
                                                getTranslation("ui.leads.rates.signed")),
                                        getTranslation(
                                                "ui.leads.figures.inYi",
                                                FigureWords.yi(part.signed().yuan()))))
                        .toArray());
        rate(table, "kept", parts, LeadRates.Part::kept);
        rate(table, "started", parts, LeadRates.Part::started);
        rate(table, "producing", parts, LeadRates.Part::producing);
        money(table, "home", parts, LeadRates.Part::home);
        money(table, "foreign", parts, LeadRates.Part::foreign);
        if (now.all().signed().leads() == 0) {
            rates.add(table, note("ui.leads.rates.none"));
            return;
        }
        var chart = new Chart(title);
        chart.show(
                Chart.Kind.BARS,
                List.of(
                        getTranslation("ui.leads.rates.kept"),
                        getTranslation("ui.leads.rates.started"),
                        getTranslation("ui.leads.rates.producing"),
                        getTranslation("ui.leads.rates.home"),
                        getTranslation("ui.leads.rates.foreign")),
                IntStream.range(0, 2)
                        .mapToObj(i -> new Chart.Series(names.get(i), percents(parts.get(i))))
                        .toList(),
                "%");
        rates.add(beside(chart, table), note("ui.leads.rates.note"));
    }

    private static List<@Nullable Double> percents(LeadRates.Part part) {
        var percents = new ArrayList<@Nullable Double>();
        percents.add(part.kept().percent());
        percents.add(part.started().percent());
        percents.add(part.producing().percent());
        percents.add(part.home().percent());
        percents.add(part.foreign().percent());
        return percents;
    }

    private List<String> headed(List<String> names) {
        var all = new ArrayList<String>();
        all.add(getTranslation("ui.leads.rates.what"));
        all.addAll(names);
        return all;
    }

    private void rate(
            FigureTable table,
            String what,
            List<LeadRates.Part> parts,
            Function<LeadRates.Part, LeadRates.Rate> rate) {
        var name = getTranslation("ui.leads.rates." + what);
        table.row(
                explained(name, "ui.leads.rates." + what + ".detail"),
                parts.stream()
                        .map(rate)
                        .map(one ->
                                FigureTable.two(
                                        FigureTable.link(
                                                FigureWords.percent(one.percent()),
                                                FigureWords.address(one.behind()),
                                                name),
                                        getTranslation(
                                                "ui.leads.figures.leads",
                                                Shown.figure(one.leads()))))
                        .toArray());
    }

    private void money(
            FigureTable table,
            String what,
            List<LeadRates.Part> parts,
            Function<LeadRates.Part, LeadRates.Money> money) {
        table.row(
                explained(
                        getTranslation("ui.leads.rates." + what),
                        "ui.leads.rates." + what + ".detail"),
                parts.stream()
                        .map(money)
                        .map(one ->
                                FigureTable.two(
                                        new Span(FigureWords.percent(one.percent())),
                                        getTranslation(
                                                "ui.leads.rates.money." + one.currency(),
                                                Shown.tenThousands(one.paidIn()),
                                                Shown.tenThousands(one.promised()))))
                        .toArray());
    }

    private Component explained(String name, String key) {
        return FigureTable.two(new Span(name), getTranslation(key));
    }

    private List<String> words(String... keys) {
        return List.of(keys).stream().map(key -> getTranslation("ui.leads.funnel." + key)).toList();
    }

    private String named(LeadStage stage, LeadRules zone) {
        var own = zone.nameOf(stage);
        return own == null ? messages.of(getLocale(), stage) : own;
    }

    private String named(LeadFunnel.Group part) {
        if (part.key().isEmpty()) {
            return getTranslation(
                    by.getValue() == FigureGroup.OWNER
                            ? "ui.leads.groups.nobody"
                            : "ui.leads.groups.none");
        }
        return by.getValue() == FigureGroup.WAY
                ? messages.of(getLocale(), InvestmentWay.valueOf(part.key()))
                : part.name() == null ? part.key() : part.name();
    }

    private static Component beside(Chart chart, FigureTable table) {
        var both = new Div(chart, table);
        both.addClassName("chart-beside-table");
        return both;
    }

    private Component note(String key, Object... arguments) {
        var note = new Paragraph(getTranslation(key, arguments));
        note.addClassName("note");
        return note;
    }

    private void open(@Nullable String address) {
        if (address != null) {
            int at = address.indexOf('?');
            getUI().ifPresent(ui -> {
                if (at < 0) {
                    ui.navigate(address);
                } else {
                    ui.navigate(
                            address.substring(0, at),
                            QueryParameters.fromString(address.substring(at + 1)));
                }
            });
        }
    }

    private static FigureGroup groupOf(String asked) {
        for (var one : FigureGroup.values()) {
            if (one.name().equals(asked)) {
                return one;
            }
        }
        return FigureGroup.WAY;
    }

    private int yearOf(String asked) {
        int now = LocalDate.now(clock).getYear();
        int wanted = asked.matches("[0-9]{4}") ? Integer.parseInt(asked) : now;
        return wanted > now - 10 && wanted <= now ? wanted : now;
    }
}
