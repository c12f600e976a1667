package dev.plumbline.source;

/** Every fact about CSV files holds for the quick ways of reading them too. */
final class CsvQuickWayTest extends CsvTest {

    @Override
    Csv csv() {
        return new Csv(0);
    }
}
