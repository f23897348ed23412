package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.combobox.ComboBox;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.PowerColleagues;
import org.kaiyuan.delegation.PowerColleagues.Colleague;

/** One of the zone's people who may see lists, found by what is typed. */
class ReadinessOwnerBox extends ComboBox<Colleague> {
    private final transient PowerColleagues colleagues;

    ReadinessOwnerBox(PowerColleagues colleagues) {
        this.colleagues = colleagues;
        setItemLabelGenerator(Colleague::name);
        setClearButtonVisible(true);
        setItems(query -> {
            int skipped = query.getOffset();
            int wanted = query.getLimit();
            return colleagues.find(query.getFilter().orElse("")).stream()
                    .skip(skipped)
                    .limit(wanted);
        });
    }

    /** @param name what they are called; null where only the colleagues know */
    void show(@Nullable String username, @Nullable String name) {
        if (username == null) {
            clear();
        } else if (!username.equals(username())) {
            setValue(new Colleague(username, name == null ? named(username) : name));
        }
    }

    @Nullable String username() {
        var chosen = getValue();
        return chosen == null ? null : chosen.username();
    }

    private String named(String username) {
        return colleagues.find(username).stream()
                .filter(one -> one.username().equals(username))
                .findFirst()
                .map(Colleague::name)
                .orElse(username);
    }
}
