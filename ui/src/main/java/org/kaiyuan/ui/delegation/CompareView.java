package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.ZoneComparison;
import org.kaiyuan.delegation.ZoneComparison.Gap;
import org.kaiyuan.delegation.ZoneComparison.Holding;
import org.kaiyuan.delegation.ZoneComparison.Line;
import org.kaiyuan.delegation.ZoneComparison.Peer;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** 园区对比: what peers have and we have not, and who holds what, over published lists. The address says which. */
@Route("delegation/compare")
@RolesAllowed(DelegationPermissions.READ)
class CompareView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** What is compared. */
    enum Show {
        GAPS,
        MATRIX
    }

    private static final int PAGE = 50;

    final RadioButtonGroup<Show> show = new RadioButtonGroup<>();
    final MultiSelectComboBox<Peer> peers = new MultiSelectComboBox<>();
    final Select<MatterKind> kind = new Select<>();
    final Grid<Gap> gaps = new Grid<>();
    final Div matrixFrame = new Div();
    Grid<Line> matrix = new Grid<>();
    private final Paragraph detail = new Paragraph();
    private final transient ZoneComparison comparison;
    private final transient Messages messages;
    private final transient Map<TenantId, Peer> known;
    private final boolean mayAsk;

    CompareView(ZoneComparison comparison, CurrentPerson person, Messages messages) {
        this.comparison = comparison;
        this.messages = messages;
        mayAsk = person.may(DelegationPermissions.WRITE);
        known =
                comparison.peers().stream()
                        .collect(
                                Collectors.toMap(
                                        Peer::id, peer -> peer, (a, b) -> a, LinkedHashMap::new));
        addClassNames("list-page", "figures-page", "compare-page");
        fields();
        var head = new Div(new H1(word("title")), show);
        head.addClassName("page-head");
        var bar = new Div(peers, kind);
        bar.addClassName("filter-bar");
        gapColumns();
        matrixFrame.addClassName("grid-frame");
        if (known.isEmpty()) {
            add(head, new EmptyState(Glyph.Of.COLUMNS, word("nobody")));
        } else {
            add(head, detail, bar, gaps, matrixFrame);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        read(event.getLocation());
        boolean listsGaps = show.getValue() == Show.GAPS;
        detail.setText(
                listsGaps
                        ? word("detail.gaps")
                        : word("detail.matrix", ZoneComparison.MOST_COLUMNS));
        gaps.setVisible(listsGaps);
        matrixFrame.setVisible(!listsGaps);
        if (known.isEmpty()) {
            return;
        }
        if (listsGaps) {
            var pages =
                    new KeysetPages<Gap>((after, limit) -> {
                        var found = comparison.gaps(chosen(), kind.getValue(), place(after), limit);
                        return page(found, limit, Gap::place);
                    });
            gaps.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        } else {
            matrix();
        }
    }

    @Override
    public String getPageTitle() {
        return word("title") + " · " + getTranslation("ui.product");
    }

    private void fields() {
        show.setItems(Show.values());
        show.setValue(Show.GAPS);
        show.setItemLabelGenerator(one -> word("show." + one));
        show.setAriaLabel(word("title"));
        show.addClassName("segments");
        show.addValueChangeListener(change -> ask(change.isFromClient()));
        peers.setLabel(word("peers"));
        peers.setWidth("min(440px, 100%)");
        peers.setItems(known.values());
        peers.setItemLabelGenerator(peer -> word("peer", peer.name(), peer.levelType()));
        peers.addValueChangeListener(change -> ask(change.isFromClient()));
        kind.setLabel(word("kind"));
        kind.setItems(
                Arrays.stream(MatterKind.values())
                        .filter(one -> one != MatterKind.SERVICE)
                        .toList());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(word("kind.all"));
        kind.setItemLabelGenerator(
                one -> one == null ? word("kind.all") : messages.of(getLocale(), one));
        kind.addValueChangeListener(change -> ask(change.isFromClient()));
    }

    private void read(Location location) {
        var asked = location.getQueryParameters();
        show.setValue(
                asked.getSingleParameter("show").filter("MATRIX"::equals).isPresent()
                        ? Show.MATRIX
                        : Show.GAPS);
        var codes = asked.getParameters().getOrDefault("zone", List.of());
        var named =
                known.values().stream()
                        .filter(peer -> codes.contains(peer.code()))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        peers.setValue(named.isEmpty() ? alike() : named);
        kind.setValue(
                asked.getSingleParameter("kind")
                        .flatMap(name ->
                                Arrays.stream(MatterKind.values())
                                        .filter(one -> one.name().equals(name))
                                        .findFirst())
                        .orElse(null));
    }

    /** Of the same type; all, where none is. */
    private Set<Peer> alike() {
        var alike =
                known.values().stream()
                        .filter(Peer::alike)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return alike.isEmpty() ? new LinkedHashSet<>(known.values()) : alike;
    }

    /** What the fields say goes into the address; the page follows it. */
    private void ask(boolean byHand) {
        if (!byHand) {
            return;
        }
        var asked = new LinkedHashMap<String, List<String>>();
        if (show.getValue() == Show.MATRIX) {
            asked.put("show", List.of(Show.MATRIX.name()));
        }
        if (!peers.getValue().isEmpty() && !peers.getValue().equals(alike())) {
            asked.put("zone", peers.getValue().stream().map(Peer::code).sorted().toList());
        }
        if (kind.getValue() != null) {
            asked.put("kind", List.of(kind.getValue().name()));
        }
        getUI().ifPresent(ui -> ui.navigate(CompareView.class, new QueryParameters(asked)));
    }

    private void gapColumns() {
        gaps.setPageSize(PAGE);
        gaps.addComponentColumn(this::matter)
                .setHeader(word("matter"))
                .setFlexGrow(3)
                .setWidth("240px");
        gaps.addComponentColumn(this::holders)
                .setHeader(word("holders"))
                .setFlexGrow(3)
                .setWidth("260px");
        gaps.addColumn(Gap::originalAuthority)
                .setHeader(word("authority"))
                .setTooltipGenerator(Gap::originalAuthority)
                .setFlexGrow(2)
                .setWidth("160px");
        gaps.addComponentColumn(this::asking)
                .setHeader(word("acts"))
                .setFlexGrow(0)
                .setWidth("160px");
        Narrow.stack(
                gaps,
                gaps,
                word("title"),
                this::matter,
                this::holders,
                gap -> Narrow.line(word("authority.line", gap.originalAuthority())),
                this::asking);
        gaps.setEmptyStateComponent(new EmptyState(Glyph.Of.CHECK, word("gaps.none")));
        gaps.getElement().setAttribute("aria-label", word("show.GAPS"));
    }

    private Component matter(Gap gap) {
        return cell(gap.matterName(), messages.of(getLocale(), gap.kind()));
    }

    /** How many, and some of them; each leads to what it shows. */
    private Component holders(Gap gap) {
        var cell = new Div(new Span(word("holders.count", gap.peers(), chosen().size())));
        cell.addClassName("name-cell");
        var some = new Span();
        some.addClassName("sub");
        for (var one : gap.some()) {
            var peer = known.get(one.zone());
            if (peer != null) {
                if (some.getElement().getChildCount() > 0) {
                    some.add(new Span(word("comma")));
                }
                some.add(shownBy(peer, one, peer.name()));
            }
        }
        cell.add(some);
        return cell;
    }

    /** Its public page: one reads there what the zone itself says of it. */
    private Component shownBy(Peer peer, Holding holding, String text) {
        var link = new Anchor("z/" + peer.code() + "/powers/" + holding.entry(), text);
        link.setTarget("_blank");
        link.getElement().setAttribute("router-ignore", true);
        link.getElement().setAttribute("rel", "noopener");
        link.setTitle(word("held", holding.body(), Shown.date(holding.since())));
        return link;
    }

    private Component asking(Gap gap) {
        if (!mayAsk) {
            return new Span();
        }
        var ask = new Button(word("ask"));
        ask.addThemeVariants(ButtonVariant.LUMO_SMALL);
        ask.setAriaLabel(word("ask.of", gap.matterName()));
        ask.addClickListener(click ->
                getUI().ifPresent(ui ->
                        ui.navigate(
                                "delegation/requests/new",
                                QueryParameters.simple(
                                        Map.of(
                                                "matter",
                                                gap.matterName(),
                                                "authority",
                                                gap.originalAuthority())))));
        return ask;
    }

    /** Its columns are the zones, so each question has a grid of its own. */
    private void matrix() {
        matrix = new Grid<>();
        matrix.setPageSize(PAGE);
        matrix.getElement().setAttribute("aria-label", word("show.MATRIX"));
        matrix.addComponentColumn(
                        line -> cell(line.matterName(), messages.of(getLocale(), line.kind())))
                .setHeader(word("matter"))
                .setFlexGrow(2)
                .setWidth("220px")
                .setFrozen(true);
        var own = CurrentTenant.get();
        matrix.addComponentColumn(line -> held(line.holdings().get(own), null))
                .setHeader(word("own"))
                .setFlexGrow(1)
                .setWidth("160px");
        var shown = peers.getValue().stream().limit(ZoneComparison.MOST_COLUMNS).toList();
        for (var peer : shown) {
            matrix.addComponentColumn(line -> held(line.holdings().get(peer.id()), peer))
                    .setHeader(peer.name())
                    .setFlexGrow(1)
                    .setWidth("160px");
        }
        Narrow.stack(
                matrixFrame,
                matrix,
                word("title"),
                line -> cell(line.matterName(), messages.of(getLocale(), line.kind())),
                line -> Narrow.line(word("own.line", text(line.holdings().get(own)))),
                line -> others(line, shown));
        matrix.setEmptyStateComponent(new EmptyState(Glyph.Of.COLUMNS, word("matrix.none")));
        var ids = shown.stream().map(Peer::id).collect(Collectors.toSet());
        var pages =
                new KeysetPages<Line>((after, limit) -> {
                    var found = comparison.matrix(ids, kind.getValue(), place(after), limit);
                    return page(found, limit, Line::place);
                });
        matrix.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        matrixFrame.removeAll();
        matrixFrame.add(matrix);
    }

    private Component others(Line line, List<Peer> shown) {
        var all = new Div();
        all.addClassName("name-cell");
        for (var peer : shown) {
            var holding = line.holdings().get(peer.id());
            if (holding != null) {
                all.add(
                        new Div(
                                shownBy(peer, holding, peer.name()),
                                new Span(getTranslation("ui.colon") + text(holding))));
            }
        }
        return all;
    }

    private Component held(@Nullable Holding holding, @Nullable Peer peer) {
        if (holding == null) {
            var none = new Span(Shown.NOTHING);
            none.addClassName("sub");
            none.getElement().setAttribute("aria-label", word("not.held"));
            return none;
        }
        var cell =
                new Div(
                        peer == null
                                ? new Span(holding.body())
                                : shownBy(peer, holding, holding.body()));
        cell.addClassName("name-cell");
        var since = new Span(since(holding));
        since.addClassName("sub");
        cell.add(since);
        return cell;
    }

    private String text(@Nullable Holding holding) {
        return holding == null ? word("not.held") : word("held", holding.body(), since(holding));
    }

    private String since(Holding holding) {
        var day = word("since", Shown.date(holding.since()));
        return holding.mode() == DelegationMode.DIRECT
                ? day
                : day + " · " + messages.of(getLocale(), holding.mode());
    }

    private Set<TenantId> chosen() {
        return peers.getValue().stream().map(Peer::id).collect(Collectors.toSet());
    }

    private static Div cell(String title, String sub) {
        var name = new Span(title);
        name.addClassName("title");
        name.setTitle(title);
        var below = new Span(sub);
        below.addClassName("sub");
        var cell = new Div(name, below);
        cell.addClassName("name-cell");
        return cell;
    }

    private static <T> KeysetPages.Page<T> page(
            List<T> found, int limit, Function<T, ZoneComparison.Place> place) {
        return new KeysetPages.Page<>(
                found, found.size() < limit ? null : written(place.apply(found.getLast())));
    }

    private static String written(ZoneComparison.Place place) {
        return place.peers() + "\n" + place.name() + "\n" + place.key();
    }

    private static ZoneComparison.@Nullable Place place(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var parts = written.split("\n", 3);
        return new ZoneComparison.Place(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.delegation.compare." + key, arguments);
    }
}
