package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.Matter;
import org.kaiyuan.delegation.MatterCatalogue;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.UnknownMatter;

/** Choosing a matter of the zone's catalogue however it is typed. */
public final class MatterChoice {
    private static final int OFFERED = 30;

    private final MatterCatalogue catalogue;

    public MatterChoice(MatterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A matter as it is offered; the same by its id. */
    public record Entry(MatterId id, @Nullable String code, String name) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Entry entry && entry.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    public ComboBox<Entry> field() {
        var field = new ComboBox<Entry>();
        field.setItemLabelGenerator(Entry::name);
        field.setClearButtonVisible(true);
        field.setPageSize(OFFERED);
        field.setItems(query -> {
            query.getLimit(); // asked for or Vaadin complains
            return offered(query.getFilter().orElse("")).skip(query.getOffset());
        });
        return field;
    }

    /** Null where it is gone. */
    public @Nullable Entry of(MatterId id) {
        try {
            return of(catalogue.get(id));
        } catch (UnknownMatter gone) {
            return null;
        }
    }

    static Entry of(Matter matter) {
        return new Entry(matter.id(), matter.code(), matter.name());
    }

    private Stream<Entry> offered(String typed) {
        var rows =
                typed.isBlank()
                        ? catalogue.page(MatterCatalogue.Filter.ALL, null, OFFERED)
                        : catalogue.search(typed, MatterCatalogue.Filter.ALL, 0, OFFERED);
        return rows.stream().map(row -> new Entry(row.id(), row.code(), row.name()));
    }
}
