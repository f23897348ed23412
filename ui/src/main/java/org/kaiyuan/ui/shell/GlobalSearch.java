package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kaiyuan.ui.kit.Glyph;

/** Finds enterprises, people, zones, pages and deeds from anywhere, from the keyboard alone: type, ↑ ↓, Enter. */
class GlobalSearch extends Dialog {
    final TextField typed = new TextField();
    final Div list = new Div();
    private final transient List<Finder> finders;
    private final transient List<Finder.Found> found = new ArrayList<>();
    private final List<Div> rows = new ArrayList<>();
    private int marked;

    GlobalSearch(List<Finder> finders) {
        this.finders = finders;
        addClassName("global-search");
        getElement().setAttribute("aria-label", getTranslation("ui.search"));
        setWidth("min(640px, 94vw)");
        setTop("12vh");
        typed.setWidthFull();
        typed.setPlaceholder(getTranslation("ui.search.placeholder"));
        typed.setAriaLabel(getTranslation("ui.search"));
        typed.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.setValueChangeTimeout(120);
        typed.getElement().setAttribute("autocomplete", "off");
        typed.addValueChangeListener(change -> look());
        list.addClassName("found");
        list.setId("global-search-found");
        list.getElement().setAttribute("role", "listbox");
        list.getElement().setAttribute("aria-label", getTranslation("ui.search.found"));
        var keys = new Span(getTranslation("ui.search.keys"));
        keys.addClassName("keys");
        add(typed, list, keys);
        onKey(Key.ARROW_DOWN, () -> mark(marked + 1));
        onKey(Key.ARROW_UP, () -> mark(marked - 1));
        onKey(Key.ENTER, () -> go(marked));
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                typed.clear();
                look();
                typed.focus();
            }
        });
    }

    private Registration onKey(Key key, Runnable work) {
        return Shortcuts.addShortcutListener(typed, work::run, key).listenOn(typed);
    }

    private void look() {
        found.clear();
        rows.clear();
        list.removeAll();
        for (var finder : finders) {
            found.addAll(finder.find(typed.getValue(), getLocale()));
        }
        found.sort(Comparator.comparing(one -> !one.exact())); // stable: else in their order
        for (int i = 0; i < found.size(); i++) {
            var row = row(found.get(i), i);
            rows.add(row);
            list.add(row);
        }
        if (found.isEmpty()) {
            var nothing = new Div(getTranslation("ui.search.nothing"));
            nothing.addClassName("nothing");
            list.add(nothing);
        }
        mark(0);
    }

    private Div row(Finder.Found one, int place) {
        var title = new Span(one.title());
        title.addClassName("title");
        var row = new Div(new Glyph(one.glyph()), title);
        if (one.detail() != null) {
            var detail = new Span(one.detail());
            detail.addClassName("detail");
            row.add(detail);
        }
        row.addClassName("row");
        row.setId("global-search-" + place);
        row.getElement().setAttribute("role", "option");
        row.addClickListener(click -> go(place));
        return row;
    }

    private void mark(int wanted) {
        if (rows.isEmpty()) {
            marked = 0;
            return;
        }
        marked = Math.floorMod(wanted, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            row.setClassName("marked", i == marked);
            row.getElement().setAttribute("aria-selected", Boolean.toString(i == marked));
        }
        rows.get(marked).getElement().callJsFunction("scrollIntoView", false);
        typed.getElement()
                .executeJs(
                        "this.inputElement && (this.inputElement.setAttribute('role','combobox'),"
                                + "this.inputElement.setAttribute('aria-expanded','true'),"
                                + "this.inputElement.setAttribute('aria-controls','global-search-found'),"
                                + "this.inputElement.setAttribute('aria-activedescendant',$0))",
                        "global-search-" + marked);
    }

    private void go(int place) {
        if (place < found.size()) {
            close();
            var there = new Location(found.get(place).path());
            getUI().ifPresent(ui -> ui.navigate(there.getPath(), there.getQueryParameters()));
        }
    }
}
