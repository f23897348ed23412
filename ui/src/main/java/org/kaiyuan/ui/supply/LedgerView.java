package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.Ledger;
import org.kaiyuan.plots.LedgerLine;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.StockBalance;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** 台账: stock that is approved and not supplied, or supplied and not used, and what it earns of new land. */
@Route("land/ledgers")
@RolesAllowed(PlotPermissions.READ)
class LedgerView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** What is shown; the first two are of {@link Ledger}. */
    enum Show {
        APPROVED,
        SUPPLIED,
        BALANCE
    }

    private static final int PAGE = 50;
    private static final int YEARS = 10;

    final RadioButtonGroup<Show> show = new RadioButtonGroup<>();
    final Select<Integer> year = new Select<>();
    final Section sums = new Section();
    final Section balance = new Section();
    final Div ledgers = new Div();
    private final Div list = new Div();
    private final Paragraph detail = new Paragraph();
    private final transient SupplyDoors doors;

    LedgerView(SupplyDoors doors) {
        this.doors = doors;
        addClassNames("list-page", "figures-page", "supply-list", "ledger-page");
        show.setItems(Show.values());
        show.setValue(Show.APPROVED);
        show.setItemLabelGenerator(one -> word("show." + one));
        show.setAriaLabel(word("title"));
        show.addClassName("segments");
        show.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(change.getValue(), null);
            }
        });
        year.setLabel(word("year"));
        year.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(show.getValue(), change.getValue());
            }
        });
        var head = new Div(new H1(word("title")), show);
        head.addClassName("page-head");
        list.addClassName("ledger-list");
        ledgers.add(sums, list);
        ledgers.addClassName("ledger-split");
        add(head, detail, ledgers, balance);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        show.setValue(
                Arrays.stream(Show.values())
                        .filter(one ->
                                asked.getSingleParameter("show")
                                        .filter(one.name()::equals)
                                        .isPresent())
                        .findFirst()
                        .orElse(Show.APPROVED));
        var chosen =
                asked.getSingleParameter("year")
                        .filter(text -> text.matches("[12]\\d{3}"))
                        .map(Integer::valueOf)
                        .orElse(null);
        detail.setText(word("detail." + show.getValue()));
        var balances = show.getValue() == Show.BALANCE;
        ledgers.setVisible(!balances);
        balance.setVisible(balances);
        if (balances) {
            balance(chosen == null ? doors.today().getYear() : chosen);
        } else {
            var ledger = Ledger.valueOf(show.getValue().name());
            sums(ledger, chosen);
            rows(ledger, chosen);
        }
    }

    @Override
    public String getPageTitle() {
        return word("title") + " · " + getTranslation("ui.product");
    }

    private void go(Show what, @Nullable Integer chosen) {
        getUI().ifPresent(ui ->
                ui.navigate(LedgerView.class, new QueryParameters(parameters(what, chosen))));
    }

    private static LinkedHashMap<String, List<String>> parameters(
            Show what, @Nullable Integer chosen) {
        var asked = new LinkedHashMap<String, List<String>>();
        asked.put("show", List.of(what.name()));
        if (chosen != null) {
            asked.put("year", List.of(chosen.toString()));
        }
        return asked;
    }

    private void sums(Ledger ledger, @Nullable Integer chosen) {
        sums.removeAll();
        var table =
                new PlainTable(
                                word("sums"),
                                List.of(word("sums.year"), word("sums.plots"), word("sums.area")))
                        .numbersFrom(1);
        int plots = 0;
        var area = BigDecimal.ZERO;
        for (var sum : doors.ledgers().sums(ledger)) {
            table.row(
                    link(String.valueOf(sum.year()), sum.year(), chosen),
                    Shown.figure(sum.plots()),
                    Shown.mu(sum.areaM2()));
            plots += sum.plots();
            area = area.add(sum.areaM2());
        }
        sums.setVisible(!table.isEmpty());
        table.sum(link(word("sums.all"), null, chosen), Shown.figure(plots), Shown.mu(area));
        sums.add(table);
    }

    /** The one that is chosen is marked for those who see it and for those who do not. */
    private Component link(String text, @Nullable Integer to, @Nullable Integer chosen) {
        var link =
                new Anchor(
                        "land/ledgers"
                                + "?"
                                + new QueryParameters(parameters(show.getValue(), to))
                                        .getQueryString(),
                        text);
        link.getElement().setAttribute("router-link", true);
        if (Objects.equals(to, chosen)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private void rows(Ledger ledger, @Nullable Integer chosen) {
        var pages =
                new KeysetPages<LedgerLine>((after, limit) -> {
                    var page = doors.ledgers().page(ledger, chosen, after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        var rows = new Grid<LedgerLine>();
        rows.setPageSize(PAGE);
        columns(rows, ledger);
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        list.removeAll();
        list.add(rows);
    }

    private void columns(Grid<LedgerLine> rows, Ledger ledger) {
        rows.addComponentColumn(LedgerView::plot)
                .setHeader(word("plot"))
                .setFlexGrow(2)
                .setWidth("180px");
        rows.addComponentColumn(one -> SupplyCells.of(doors.messages(), getLocale(), one.state()))
                .setHeader(word("state"))
                .setFlexGrow(0)
                .setWidth("110px");
        if (ledger == Ledger.APPROVED) {
            rows.addColumn(one -> LandUses.shown(one.useCode()))
                    .setHeader(word("use"))
                    .setTooltipGenerator(one -> LandUses.shown(one.useCode()))
                    .setFlexGrow(2)
                    .setWidth("150px");
        } else {
            rows.addComponentColumn(LedgerView::holder)
                    .setHeader(word("holder"))
                    .setFlexGrow(2)
                    .setWidth("180px");
        }
        rows.addColumn(one -> Shown.mu(one.groundM2()))
                .setHeader(word("area"))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("100px");
        rows.addComponentColumn(this::since)
                .setHeader(word("since." + ledger))
                .setFlexGrow(1)
                .setWidth("130px");
        if (ledger == Ledger.SUPPLIED) {
            rows.addComponentColumn(this::start)
                    .setHeader(word("start"))
                    .setFlexGrow(1)
                    .setWidth("150px");
        }
        Narrow.stack(
                rows,
                rows,
                word("title"),
                LedgerView::plot,
                one -> SupplyCells.of(doors.messages(), getLocale(), one.state()),
                one ->
                        Narrow.line(
                                Shown.mu(one.groundM2())
                                        + " "
                                        + getTranslation("ui.map.mu")
                                        + " · "
                                        + (one.holderName() == null
                                                ? LandUses.shown(one.useCode())
                                                : one.holderName())),
                one ->
                        Narrow.line(
                                word("since." + ledger)
                                        + " "
                                        + Shown.date(one.since())
                                        + " · "
                                        + word("days", one.days())),
                this::start);
        rows.setEmptyStateComponent(new EmptyState(Glyph.Of.CHECK, word("none." + ledger)));
    }

    private static Component plot(LedgerLine one) {
        return SupplyCells.plot(
                one.plot(),
                one.number(),
                one.name(),
                one.contractNumber() == null ? "facts" : "construction");
    }

    private static Component holder(LedgerLine one) {
        var cell =
                new Div(
                        new Span(Shown.text(one.holderName())),
                        SupplyCells.sub(Shown.text(one.contractNumber())));
        cell.addClassName("name-cell");
        return cell;
    }

    private Component since(LedgerLine one) {
        var cell =
                new Div(
                        new Span(Shown.date(one.since())),
                        SupplyCells.sub(word("days", one.days())));
        cell.addClassName("name-cell");
        return cell;
    }

    private Component start(LedgerLine one) {
        var cell = new Div();
        cell.addClassName("name-cell");
        if (one.startOn() != null) {
            cell.add(new Span(word("startOn", Shown.date(one.startOn()))));
            if (one.daysLate() > 0) {
                cell.add(SupplyCells.chip(word("late", one.daysLate()), "bad"));
            }
        }
        if (one.idle() != null) {
            cell.add(
                    SupplyCells.chip(
                            word("idle", doors.messages().of(getLocale(), one.idle())), "waiting"));
        }
        return cell;
    }

    private void balance(int of) {
        int now = doors.today().getYear();
        year.setItems(IntStream.range(0, YEARS).mapToObj(i -> now - i).toList());
        year.setItemLabelGenerator(String::valueOf);
        year.setValue(Math.clamp(of, now - YEARS + 1, now));
        var b = doors.ledgers().balance(year.getValue());
        balance.removeAll();
        var bar = new Div(year);
        bar.addClassName("filter-bar");
        balance.add(bar, result(b), formula(b), table(b));
    }

    private Component result(StockBalance b) {
        var row =
                new Div(
                        tile("earned", Shown.mu(b.earnedM2())),
                        tile("approved", Shown.mu(b.newlyApprovedM2())),
                        tile(
                                b.balanceM2().signum() < 0 ? "short" : "left",
                                Shown.mu(b.balanceM2().abs())));
        row.addClassName("key-figures");
        return row;
    }

    private Div tile(String key, String figure) {
        var what = new Div(word("balance." + key));
        what.addClassName("what");
        var number = new Div(figure);
        number.addClassName("figure");
        var tile = new Div(what, number);
        tile.addClassName("key-figure");
        if (key.equals("short")) {
            tile.addClassName("overdue");
        }
        return tile;
    }

    private Component formula(StockBalance b) {
        var said =
                new Paragraph(
                        word(
                                "balance.formula",
                                Shown.mu(b.suppliedStockM2()),
                                Shown.mu(b.settledIdleM2()),
                                Shown.figure(b.percent()),
                                Shown.mu(b.newlyApprovedM2()),
                                Shown.mu(b.balanceM2())));
        said.addClassName("balance-formula");
        return said;
    }

    private Component table(StockBalance b) {
        var table =
                new PlainTable(
                        word("show.BALANCE"),
                        List.of(word("balance.item"), word("balance.area"), word("balance.how")));
        line(table, "suppliedStock", b.suppliedStockM2());
        line(table, "settledIdle", b.settledIdleM2());
        line(table, "earned", b.earnedM2());
        line(table, "approved", b.newlyApprovedM2());
        line(table, "balance", b.balanceM2());
        line(table, "approvedStock", b.approvedStockM2());
        line(table, "idleStock", b.idleStockM2());
        return table;
    }

    private void line(PlainTable table, String key, BigDecimal areaM2) {
        table.row(word("balance." + key), Shown.mu(areaM2), word("balance." + key + ".how"));
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.supply.ledger." + key, arguments);
    }
}
