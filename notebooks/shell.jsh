// what plumb shell begins with, after startup.jsh
import static dev.plumbline.Help.help;
var lab = Workbench.open();
System.out.println(Help.hint(lab));
