// what plumb shell begins with, after startup.jsh
var lab = Workbench.open();
void help() { Help.show(); }
System.out.println(Help.hint(lab));
