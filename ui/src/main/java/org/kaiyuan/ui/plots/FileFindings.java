package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kaiyuan.plots.FileNote;

/** Why a file cannot come in, and what was assumed to read it, which a person has to agree with. */
class FileFindings extends Div {
    /** Beyond these, nobody reads on. */
    static final int LISTED = 200;

    final Checkbox agreed = new Checkbox();

    FileFindings() {
        agreed.setLabel(getTranslation("ui.plots.import.agreed"));
    }

    /** @param file as it is called */
    void show(String file, List<FileNote> faults, List<FileNote> notes) {
        removeAll();
        agreed.setValue(false);
        if (!faults.isEmpty()) {
            var refused =
                    new Div(
                            new H2(getTranslation("ui.plots.import.faults", file)),
                            sentences(faults));
            refused.addClassName("import-faults");
            refused.getElement().setAttribute("role", "alert");
            add(refused);
        }
        if (!notes.isEmpty()) {
            var noted = new Div(new H2(getTranslation("ui.plots.import.notes")), sentences(notes));
            noted.addClassName("import-notes");
            if (faults.isEmpty()) {
                noted.add(agreed);
            }
            add(noted);
        }
    }

    private Component sentences(List<FileNote> notes) {
        var list = new UnorderedList();
        notes.stream()
                .limit(LISTED)
                .forEach(note ->
                        list.add(
                                new ListItem(
                                        getTranslation(note.key(), note.arguments().toArray()))));
        if (notes.size() > LISTED) {
            list.add(new ListItem(getTranslation("ui.plots.import.more", notes.size() - LISTED)));
        }
        return list;
    }
}
