package org.kaiyuan.ui.services;

import com.vaadin.flow.component.combobox.ComboBox;
import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.services.OpenServiceRow;
import org.kaiyuan.services.OpenServices;

/** Choosing what is asked for, by words, pinyin or initials. */
final class CounterServiceChoice {
    private static final int OFFERED = 50;

    private final OpenServices services;

    CounterServiceChoice(OpenServices services) {
        this.services = services;
    }

    /** A service as it is offered; the same by its id. */
    record Entry(UUID id, String title, String code) implements Serializable {
        @Override
        public boolean equals(Object other) {
            return other instanceof Entry entry && entry.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    ComboBox<Entry> field() {
        var field = new ComboBox<Entry>();
        field.setItemLabelGenerator(one -> one.title() + " · " + one.code());
        field.setClearButtonVisible(true);
        field.setItems(query -> {
            int skipped = query.getOffset();
            int limit = query.getLimit();
            var typed = query.getFilter().orElse("").strip();
            return services
                    .find(typed.isEmpty() ? null : typed, null, null, OFFERED)
                    .items()
                    .stream()
                    .map(CounterServiceChoice::entry)
                    .skip(skipped)
                    .limit(limit);
        });
        return field;
    }

    private static Entry entry(OpenServiceRow row) {
        return new Entry(row.id().value(), row.title(), row.code());
    }
}
