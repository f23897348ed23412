package org.kaiyuan.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.kaiyuan.testing.ActAsZone;

/** A view over the real database and index, without a browser, in Chinese, as somebody of a zone. */
@WholeHouse
@ActAsZone("deyang")
public abstract class ViewTest extends SpringBrowserlessTest {

    @BeforeEach
    void speakChinese() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }
}
