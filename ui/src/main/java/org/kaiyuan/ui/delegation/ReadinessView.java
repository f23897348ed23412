package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationFieldsRefused;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.ReadinessBoard;
import org.kaiyuan.delegation.ReadinessBoard.Filter;
import org.kaiyuan.delegation.ReadinessCard;
import org.kaiyuan.delegation.ReadinessColumn;
import org.kaiyuan.delegation.ReadinessDirectory;
import org.kaiyuan.delegation.ReadinessKeeping;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** 承接准备: every grant by how far the park is with taking it over. The address says whose and from whom. */
@Route("delegation/readiness")
@RolesAllowed(DelegationPermissions.READ)
class ReadinessView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** Whose. */
    enum Whose {
        ALL,
        MINE,
        NOBODYS
    }

    /** Of one column at first; more are asked for. */
    private static final int CARDS = 30;

    final RadioButtonGroup<Whose> whose = new RadioButtonGroup<>();
    final ReadinessOwnerBox owner;
    final ComboBox<String> authority = new ComboBox<>();
    final Div board = new Div();
    final Map<ReadinessColumn, Section> columns = new EnumMap<>(ReadinessColumn.class);
    private final transient PowerUseDoors doors;
    private transient Filter asked = Filter.ALL;
    private boolean settling;

    ReadinessView(PowerUseDoors doors) {
        this.doors = doors;
        owner = new ReadinessOwnerBox(doors.colleagues());
        addClassNames("list-page", "board-page", "readiness-page");
        setSizeFull();
        fields();
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.writes()) {
            actions.add(new Button(word("assign"), new Glyph(Glyph.Of.PERSON), click -> assign()));
        }
        var head = new Div(new H1(getTranslation("ui.readiness")), actions);
        head.addClassName("page-head");
        var bar = new Div(whose, owner, authority);
        bar.addClassName("filter-bar");
        board.addClassNames("board", "stacked");
        add(head, bar, board);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var said = event.getLocation().getQueryParameters();
        boolean nobodys = said.getSingleParameter("unowned").filter("true"::equals).isPresent();
        asked =
                new Filter(
                        nobodys ? null : said.getSingleParameter("owner").orElse(null),
                        nobodys,
                        said.getSingleParameter("authority").orElse(null));
        settling = true;
        whose.setValue(
                nobodys
                        ? Whose.NOBODYS
                        : asked.owner() == null
                                ? Whose.ALL
                                : asked.owner().equals(doors.person().username())
                                        ? Whose.MINE
                                        : null);
        owner.show(asked.owner(), null);
        var authorities = doors.readiness().authorities();
        authority.setItems(authorities);
        authority.setVisible(authorities.size() > 1 || asked.originalAuthority() != null);
        authority.setValue(
                authorities.contains(asked.originalAuthority()) ? asked.originalAuthority() : null);
        settling = false;
        answer();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.readiness") + " · " + getTranslation("ui.product");
    }

    private void fields() {
        whose.setItems(Whose.values());
        whose.setItemLabelGenerator(one -> word("whose." + one));
        whose.setAriaLabel(word("owner"));
        whose.addClassName("segments");
        whose.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                ask(
                        change.getValue() == Whose.MINE ? doors.person().username() : null,
                        change.getValue() == Whose.NOBODYS,
                        asked.originalAuthority());
            }
        });
        owner.setPlaceholder(word("owner"));
        owner.setAriaLabel(word("owner"));
        owner.addValueChangeListener(
                change -> ask(owner.username(), false, asked.originalAuthority()));
        authority.setPlaceholder(word("authority"));
        authority.setAriaLabel(word("authority"));
        authority.setClearButtonVisible(true);
        authority.addValueChangeListener(
                change -> ask(asked.owner(), asked.unowned(), authority.getValue()));
    }

    /** What the fields say goes into the address; the page follows it. */
    private void ask(@Nullable String username, boolean nobodys, @Nullable String from) {
        if (settling) {
            return;
        }
        var parameters = new LinkedHashMap<String, List<String>>();
        if (nobodys) {
            parameters.put("unowned", List.of("true"));
        } else if (username != null) {
            parameters.put("owner", List.of(username));
        }
        if (from != null) {
            parameters.put("authority", List.of(from));
        }
        getUI().ifPresent(ui -> ui.navigate(ReadinessView.class, new QueryParameters(parameters)));
    }

    private void answer() {
        board.removeAll();
        columns.clear();
        var found = doors.readiness().board(asked, CARDS);
        if (found.columns().isEmpty()) {
            board.add(
                    asked.equals(Filter.ALL)
                            ? new EmptyState(
                                    Glyph.Of.FILE,
                                    word("none"),
                                    PowerUseCells.link("delegation/lists", word("none.go")))
                            : new EmptyState(
                                    Glyph.Of.FILTER,
                                    word("nothing"),
                                    new Button(
                                            getTranslation("ui.filter.clear"),
                                            click -> ask(null, false, null))));
            return;
        }
        for (var column : ReadinessColumn.values()) {
            board.add(column(column, found.of(column)));
        }
    }

    private Section column(ReadinessColumn which, ReadinessBoard.Column of) {
        var title = doors.messages().of(getLocale(), which);
        var count = PowerUseCells.chip(Shown.figure(of.count()), "count");
        if (which == ReadinessColumn.ALARM && of.count() > 0) {
            count.addClassName("bad");
        }
        count.getElement().setAttribute("role", "img");
        count.getElement().setAttribute("aria-label", word("count", Shown.figure(of.count())));
        var head = new Div(new H2(title), count);
        head.addClassName("board-head");
        var cards = new UnorderedList();
        cards.addClassName("board-cards");
        of.cards().forEach(card -> cards.add(card(card)));
        if (of.count() == 0) {
            var nothing = new ListItem(word("column.none"));
            nothing.addClassName("nothing");
            cards.add(nothing);
        }
        var column = new Section(head, cards);
        column.addClassNames("board-column", which.name());
        column.getElement().setAttribute("aria-label", title);
        if (of.next() != null) {
            column.add(more(which, cards, of.next()));
        }
        columns.put(which, column);
        return column;
    }

    private Button more(ReadinessColumn which, UnorderedList cards, String from) {
        var more = new Button(getTranslation("ui.more"));
        more.addThemeNames("tertiary", "small");
        more.addClickListener(click -> {
            var page = doors.readiness().page(which, asked, from, CARDS);
            page.items().forEach(card -> cards.add(card(card)));
            var next = page.next();
            more.getParent()
                    .ifPresent(column -> {
                        column.getElement().removeChild(more.getElement());
                        if (next != null) {
                            column.getElement().appendChild(more(which, cards, next).getElement());
                        }
                    });
        });
        return more;
    }

    private ReadinessCardItem card(ReadinessCard card) {
        return new ReadinessCardItem(doors, card, doors.writes() ? this::write : null);
    }

    private void write(ReadinessCard card) {
        new ReadinessDialog(
                        doors,
                        card.matterName(),
                        doors.readiness().get(card.entry()),
                        () -> {
                            Tell.done(getTranslation("ui.form.saved"));
                            answer();
                        })
                .open();
    }

    /** All that the fields find are given to somebody. */
    void assign() {
        var entries = found();
        if (entries.isEmpty()) {
            Tell.refused(word("nothing"));
            return;
        }
        var to = new ReadinessOwnerBox(doors.colleagues());
        var until = new DayField();
        var ask =
                new AskDialog(
                        word("assign"),
                        word("assign.go"),
                        () -> {
                            if (to.username() == null) {
                                throw new DelegationFieldsRefused(
                                        "owner", "delegation.rule.required");
                            }
                            doors.preparing().assign(entries, to.username(), until.getValue());
                            Tell.done(word("assign.done", entries.size()));
                            answer();
                        });
        ask.saying(word("assign.detail", entries.size()));
        ask.with("owner", word("owner"), to);
        ask.with("dueOn", word("dueOn"), until);
        ask.open();
    }

    private List<EntryId> found() {
        var entries = new ArrayList<EntryId>();
        for (var column : ReadinessColumn.values()) {
            if (column == ReadinessColumn.READY) {
                continue; // nothing is left to do
            }
            String after = null;
            do { // pages of 200, at most 500 in all
                var page = doors.readiness().page(column, asked, after, ReadinessDirectory.MOST);
                page.items().forEach(card -> entries.add(card.entry()));
                after = page.next();
            } while (after != null && entries.size() < ReadinessKeeping.MOST_AT_ONCE);
        }
        return entries.stream().limit(ReadinessKeeping.MOST_AT_ONCE).toList();
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.readiness." + key, arguments);
    }
}
