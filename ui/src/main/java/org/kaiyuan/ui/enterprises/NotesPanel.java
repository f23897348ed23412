package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.NoteLine;
import org.kaiyuan.enterprises.NoteTaking;
import org.kaiyuan.ui.kit.Shown;

/** What colleagues noted about an enterprise, and a place to note more. */
class NotesPanel extends Section {
    private static final int PAGE = 20;

    final TextArea text = new TextArea();
    final Button take = new Button();
    final Div lines = new Div();
    private final Button more = new Button();
    private final transient NoteTaking notes;
    private final EnterpriseId id;
    private @Nullable transient NoteLine last;

    NotesPanel(NoteTaking notes, EnterpriseId id, boolean mayWrite) {
        this.notes = notes;
        this.id = id;
        addClassName("notes");
        lines.addClassName("timeline");
        text.setLabel(getTranslation("ui.notes.new"));
        text.setMaxLength(NoteTaking.LONGEST);
        text.setWidthFull();
        take.setText(getTranslation("ui.notes.take"));
        take.setDisableOnClick(true);
        take.addClickListener(click -> {
            try {
                lines.addComponentAsFirst(entry(notes.take(id, text.getValue())));
                text.clear();
            } finally {
                take.setEnabled(true);
            }
        });
        more.setText(getTranslation("ui.more"));
        more.addClickListener(click -> page());
        add(new H2(getTranslation("ui.notes")));
        if (mayWrite) {
            add(text, take);
        }
        add(lines, more);
        page();
    }

    private void page() {
        var page = notes.of(id, last, PAGE);
        page.forEach(note -> lines.add(entry(note)));
        if (!page.isEmpty()) {
            last = page.getLast();
        }
        more.setVisible(page.size() == PAGE);
    }

    private static Div entry(NoteLine note) {
        var when = new Div(Shown.moment(note.at()) + " · " + note.author());
        when.addClassName("when");
        var said = new Div(note.text());
        said.addClassName("said");
        return new Div(when, said);
    }
}
