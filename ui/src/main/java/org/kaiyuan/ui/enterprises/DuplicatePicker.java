package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kaiyuan.enterprises.EnterpriseDetails;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseFind;
import org.kaiyuan.enterprises.EnterpriseFinds;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseSearch;
import org.kaiyuan.ui.kit.Glyph;

/** Finds the other record of the same enterprise: what is likely at once, anything else by searching. */
class DuplicatePicker extends Div {
    private static final int LIKELY = 5;
    private static final int OFFERED = 20;

    /** A record that is found by its scope alone is another enterprise. */
    private static final List<String> BY_NAME = List.of("name", "formerName", "pinyin", "initials");

    final TextField typed = new TextField();
    final Div told = new Div();
    final Map<EnterpriseId, NativeButton> entries = new LinkedHashMap<>();

    private final Div offered = new Div();
    private final transient EnterpriseSearch search;
    private final transient EnterpriseCells cells;
    private final transient EnterpriseDetails self;
    private final transient Consumer<EnterpriseFind> chosen;
    private final H2 heading = new H2();

    DuplicatePicker(
            EnterpriseSearch search,
            EnterpriseCells cells,
            EnterpriseDetails self,
            Consumer<EnterpriseFind> chosen) {
        this.search = search;
        this.cells = cells;
        this.self = self;
        this.chosen = chosen;
        addClassName("duplicate-picker");
        typed.setLabel(getTranslation("ui.merge.other"));
        typed.setHelperText(getTranslation("ui.merge.other.hint"));
        typed.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        typed.setClearButtonVisible(true);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.setWidthFull();
        typed.addValueChangeListener(change -> offer());
        told.addClassName("sub");
        told.getElement().setAttribute("role", "status");
        offered.addClassName("records");
        add(typed, heading, told, offered);
        offer();
    }

    private void offer() {
        boolean likely = typed.getValue().isBlank();
        var finds =
                search.search(
                        likely ? self.profile().name() : typed.getValue(),
                        EnterpriseFilter.ALL,
                        OFFERED + 1);
        var others =
                finds.items().stream()
                        .filter(find -> !find.enterprise().id().equals(self.id()))
                        .filter(find -> !likely || isLikely(finds, find))
                        .limit(likely ? LIKELY : OFFERED)
                        .toList();
        heading.setText(getTranslation(likely ? "ui.merge.likely" : "ui.merge.found"));
        told.setText(
                (finds.degraded() ? getTranslation("ui.enterprises.degraded") : "")
                        + (others.isEmpty()
                                ? getTranslation(
                                        likely ? "ui.merge.likely.none" : "ui.merge.found.none")
                                : ""));
        entries.clear();
        others.forEach(find -> entries.put(find.enterprise().id(), entry(find)));
        offered.removeAll();
        entries.values().forEach(offered::add);
    }

    private static boolean isLikely(EnterpriseFinds finds, EnterpriseFind find) {
        return finds.degraded() || find.reasons().stream().anyMatch(BY_NAME::contains);
    }

    private NativeButton entry(EnterpriseFind find) {
        var entry = new NativeButton();
        entry.add(cells.entry(find));
        entry.addClassName("record");
        entry.addClickListener(click -> chosen.accept(find));
        return entry;
    }
}
